import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeaderCell, Row } from '#components/ui/data-table.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { StaffBooking } from '#lib/bookings/list-bookings.ts'
import { CancelForForm, type CancelBookingFor } from './cancel-for-form.tsx'
import { useTimeWords } from './use-time-words.ts'

/** Who sits where and when, as staff see it. */
export function StaffBookingTable({
  bookings,
  cancelBookingFor,
}: {
  bookings: StaffBooking[]
  cancelBookingFor: CancelBookingFor
}) {
  const t = useTranslations('staffBookings')
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <HeaderCell>{t('columns.time')}</HeaderCell>
          <HeaderCell>{t('columns.seat')}</HeaderCell>
          <HeaderCell>{t('columns.person')}</HeaderCell>
          <HeaderCell>{t('columns.state')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('columns.actions')}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {bookings.map((booking) => (
          <StaffBookingRow key={booking.id} booking={booking} cancelBookingFor={cancelBookingFor} />
        ))}
      </tbody>
    </DataTable>
  )
}

function StaffBookingRow({
  booking,
  cancelBookingFor,
}: {
  booking: StaffBooking
  cancelBookingFor: CancelBookingFor
}) {
  const t = useTranslations('staffBookings')
  const words = useTimeWords(booking.seat.venue.timeZone)
  const { user, madeBy, cancelledBy, seat, state } = booking
  return (
    <Row>
      <Cell className="first-letter:uppercase">{words.span(booking.startsAt, booking.endsAt)}</Cell>
      <Cell>
        <span className="font-medium">{seat.label}</span>{' '}
        <span className="text-13 text-muted">{seat.floor.name}</span>
      </Cell>
      <Cell>
        <span className="block">{user.name || t('erased')}</span>
        {user.email && <span className="block text-13 text-muted">{user.email}</span>}
      </Cell>
      <Cell>
        <StateChip state={state} />
        {madeBy.id !== user.id && (
          <span className="block text-13 text-muted">{t('madeBy', { name: madeBy.name })}</span>
        )}
        {cancelledBy && cancelledBy.id !== user.id && (
          <span className="block text-13 text-muted">
            {t('cancelledBy', { name: cancelledBy.name })}
          </span>
        )}
      </Cell>
      <Cell>
        {state === 'expected' && (
          <CancelForForm
            bookingId={booking.id}
            named={`${seat.label}, ${user.name}`}
            cancelBookingFor={cancelBookingFor}
          />
        )}
      </Cell>
    </Row>
  )
}
