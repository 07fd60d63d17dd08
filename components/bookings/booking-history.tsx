import { useTranslations } from 'next-intl'
import type { BookingView } from '#lib/bookings/queries.ts'
import { ownBookingsShown } from '#lib/bookings/schema.ts'
import type { BookingActions } from './booking-actions.ts'
import { BookingRow } from './booking-row.tsx'

/** What lies ahead, the nearest first; below it what is behind, the latest first. */
export function BookingHistory({
  bookings,
  actions,
}: {
  bookings: BookingView[]
  actions: BookingActions
}) {
  const t = useTranslations('bookings.list')
  const isAhead = ({ state }: BookingView) => state === 'expected' || state === 'here'
  const ahead = bookings.filter(isAhead).toReversed()
  const behind = bookings.filter((booking) => !isAhead(booking))
  return (
    <div className="flex flex-col gap-8">
      <Group title={t('coming')} bookings={ahead} actions={actions} />
      <Group title={t('past')} bookings={behind} actions={actions} />
      {bookings.length >= ownBookingsShown && (
        <p className="text-13 text-muted">{t('more', { count: ownBookingsShown })}</p>
      )}
    </div>
  )
}

function Group({
  title,
  bookings,
  actions,
}: {
  title: string
  bookings: BookingView[]
  actions: BookingActions
}) {
  if (bookings.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="border-b border-hairline pb-2 text-20">{title}</h2>
      <ul>
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking} actions={actions} />
        ))}
      </ul>
    </section>
  )
}
