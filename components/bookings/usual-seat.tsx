'use client'

import { useTranslations } from 'next-intl'
import { RefusalNotice } from '#components/seats/refusal-notice.tsx'
import { useBookSeat } from '#components/seats/use-book-seat.ts'
import { useBookedToast } from '#components/seats/use-booked-toast.ts'
import { Button } from '#components/ui/button.tsx'
import type { UsualSeat as Usual } from '#lib/bookings/find-usual-seat.ts'
import type { BookingActions, BookSeat } from './booking-actions.ts'
import { useTimeWords } from './use-time-words.ts'

/** What the person takes most often, at its next time: one tap. */
export function UsualSeat({
  usual,
  actions,
}: {
  usual: Usual
  actions: BookingActions & { bookSeat: BookSeat }
}) {
  const t = useTranslations('bookings.home.usual')
  const { timeZone, label, startsAt, endsAt } = usual
  const words = useTimeWords(timeZone)
  const announce = useBookedToast(actions, timeZone, false)
  const { book, refusal, isPending } = useBookSeat(actions.bookSeat, false, announce)
  return (
    <section aria-labelledby="usual-seat" className="flex flex-col gap-3">
      <h2 id="usual-seat" className="text-20">
        {t('title')}
      </h2>
      {refusal && (
        <RefusalNotice
          refusal={refusal}
          timeZone={timeZone}
          isMove={false}
          isPending={isPending}
          book={book}
        />
      )}
      <Button isPending={isPending} onPress={() => book(usual)} className="self-start">
        {t('book', { label, span: words.span(startsAt, endsAt) })}
      </Button>
    </section>
  )
}
