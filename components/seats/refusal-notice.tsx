import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { bookingAnchor } from '#components/bookings/booking-anchor.ts'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { BookingRefusal, SeatTime } from './use-book-seat.ts'

/** Why it could not be, and what could be instead: each alternative is one tap away from booked. */
export function RefusalNotice({
  refusal,
  timeZone,
  isMove,
  isPending,
  book,
}: {
  refusal: BookingRefusal
  timeZone: string
  isMove: boolean
  isPending: boolean
  book: (wish: SeatTime) => void
}) {
  const t = useTranslations('seats.refusal')
  const tSheet = useTranslations('seats.sheet')
  const words = useTimeWords(timeZone)
  if (refusal.code === 'SILENCE') {
    return (
      <Notice tone="attention" title={t('unreachable')} isLive>
        {t('unreachableText')}
      </Notice>
    )
  }
  const { alternatives, bookingId } = refusal.details as {
    alternatives?: SeatTime[]
    bookingId?: string
  }
  return (
    <>
      <Notice
        tone="attention"
        title={refusal.message}
        isLive
        actions={
          refusal.code === 'UNAUTHENTICATED' ? (
            <SignInLink />
          ) : (
            bookingId && (
              <ButtonLink href={`/bookings#${bookingAnchor(bookingId)}`}>
                {t('showBooking')}
              </ButtonLink>
            )
          )
        }
      />
      {alternatives && alternatives.length > 0 && (
        <section aria-label={t('instead')} className="flex flex-col gap-2">
          <h3 className="font-sans text-13 font-medium text-muted">{t('instead')}</h3>
          {alternatives.map((wish) => (
            <Button
              key={`${wish.seatId} ${wish.startsAt.toISOString()}`}
              isWide
              isPending={isPending}
              onPress={() => book(wish)}
              className="[&>span]:w-full"
            >
              <span className="flex w-full items-baseline justify-between gap-3">
                <span>{tSheet(isMove ? 'moveOther' : 'bookOther', { label: wish.label })}</span>
                <span className="text-muted">{words.span(wish.startsAt, wish.endsAt)}</span>
              </span>
            </Button>
          ))}
        </section>
      )}
    </>
  )
}

/** Whoever was signed out meanwhile comes back to the very plan. */
function SignInLink() {
  const t = useTranslations('seats.refusal')
  const next = `${usePathname()}?${useSearchParams()}`
  return (
    <ButtonLink href={`/sign-in?${new URLSearchParams({ next })}`} variant="primary">
      {t('signIn')}
    </ButtonLink>
  )
}
