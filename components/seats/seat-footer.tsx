import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import type { ChosenTime, SeatView } from './seat-view.ts'
import type { SeatTime } from './use-book-seat.ts'

/** The second of the two taps. What cannot be booked says so instead of offering a dead button. */
export function SeatFooter({
  seat,
  time,
  mayBook,
  isMove,
  isPending,
  book,
}: {
  seat: SeatView
  time: ChosenTime | null
  mayBook: boolean
  isMove: boolean
  isPending: boolean
  book: (wish: SeatTime) => void
}) {
  const t = useTranslations('seats.sheet')
  if (!mayBook) return <p className="text-muted">{t('staff')}</p>
  if (seat.state === 'closed' || !time) return <p className="text-muted">{t('closedText')}</p>
  if (seat.state === 'taken') {
    return <p className="text-muted">{t('takenText', { label: seat.label })}</p>
  }
  return (
    <Button
      variant="primary"
      size="large"
      isWide
      isPending={isPending}
      onPress={() =>
        book({ seatId: seat.id, label: seat.label, startsAt: time.startsAt, endsAt: time.endsAt })
      }
    >
      {t(isMove ? 'moveHere' : 'book')}
    </Button>
  )
}
