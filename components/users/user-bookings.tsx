import { useTranslations } from 'next-intl'
import { StateChip } from '#components/ui/state-chip.tsx'
import { When } from '#components/ui/when.tsx'
import type { UserBooking } from '#lib/accounts/get-user.ts'

export function UserBookings({ bookings }: { bookings: readonly UserBooking[] }) {
  const t = useTranslations('users')
  if (bookings.length === 0) return <p className="text-muted">{t('noBookings')}</p>
  return (
    <ul className="border-t border-hairline">
      {bookings.map((booking) => (
        <li
          key={booking.id}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hairline py-3"
        >
          <span className="w-12 font-serif text-17 font-semibold">{booking.label}</span>
          <span className="min-w-0 flex-1 basis-56">
            <When from={booking.startsAt} to={booking.endsAt} timeZone={booking.timeZone} isStart />
            <span className="text-13 text-muted">, {booking.venue}</span>
          </span>
          <StateChip state={booking.state} />
        </li>
      ))}
    </ul>
  )
}
