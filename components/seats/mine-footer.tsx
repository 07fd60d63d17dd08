import { useTranslations } from 'next-intl'
import type { BookingActions } from '#components/bookings/booking-actions.ts'
import { useBookingWrites } from '#components/bookings/use-booking-writes.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import type { OwnBooking, SeatView } from './seat-view.ts'

/** For a seat that is mine: the way to the pass, and the way out. */
export function MineFooter({
  seat,
  own,
  timeZone,
  actions,
  onDone,
}: {
  seat: SeatView
  own: OwnBooking
  timeZone: string
  actions: BookingActions
  onDone: () => void
}) {
  const t = useTranslations('bookings')
  const writes = useBookingWrites({ ...own, label: seat.label, timeZone }, actions)

  return (
    <div className="flex flex-col gap-2">
      <ButtonLink href="/pass" variant="primary" size="large" isWide>
        {t('home.pass')}
      </ButtonLink>
      {own.canLeave && (
        <Button isWide isPending={writes.isPending} onPress={() => (writes.leave(), onDone())}>
          {t('actions.leave')}
        </Button>
      )}
      {own.canCancel && (
        <Button isWide isPending={writes.isPending} onPress={() => (writes.cancel(), onDone())}>
          {t('actions.cancel')}
        </Button>
      )}
    </div>
  )
}
