import { useTranslations } from 'next-intl'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { BookingView } from '#lib/bookings/queries.ts'
import type { BookingActions } from './booking-actions.ts'
import { BookingButtons } from './booking-buttons.tsx'
import { bookingAnchor } from './booking-anchor.ts'
import { TimeSpan } from './time-span.tsx'
import { useTimeWords } from './use-time-words.ts'

/** One line of the history: seat, time, what became of it, and what may still be done. */
export function BookingRow({
  booking,
  actions,
}: {
  booking: BookingView
  actions: BookingActions
}) {
  const tKinds = useTranslations('seats.kinds')
  const { seat, floor, venue, state, startsAt, endsAt } = booking
  return (
    <li
      id={bookingAnchor(booking.id)}
      className="flex gap-3 border-b border-hairline py-4 target:bg-sky-wash print:break-inside-avoid"
    >
      <span className="w-12 shrink-0 font-serif text-20 font-semibold sm:w-16">{seat.label}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-x-6 gap-y-2 sm:flex-row sm:justify-between">
        <div className="flex min-w-0 flex-col gap-0.5">
          <TimeSpan
            startsAt={startsAt}
            endsAt={endsAt}
            timeZone={venue.timeZone}
            className="leading-7 font-medium first-letter:uppercase"
          />
          <span className="text-13 text-muted">
            {tKinds(seat.kind)}, {floor.name}, {venue.name}
          </span>
          <Facts booking={booking} />
        </div>
        <div className="flex flex-wrap items-center gap-3 sm:flex-col sm:items-end">
          <StateChip state={state} />
          <BookingButtons
            booking={{ ...booking, label: seat.label, timeZone: venue.timeZone }}
            actions={actions}
            isSmall
          />
        </div>
      </div>
    </li>
  )
}

function Facts({ booking }: { booking: BookingView }) {
  const t = useTranslations('bookings.list')
  const words = useTimeWords(booking.venue.timeZone)
  const { checkedInAt, leftAt, cancelledAt, releasedAt, state } = booking
  const facts = [
    checkedInAt && t('checkedInAt', { clock: words.clock(checkedInAt) }),
    leftAt && t('leftAt', { clock: words.clock(leftAt) }),
    cancelledAt && t('cancelledAt', { moment: words.moment(cancelledAt) }),
    state === 'noShow' && t('nobodyCame'),
    releasedAt && t('releasedAt', { clock: words.clock(releasedAt) }),
  ].filter(Boolean)
  return facts.length > 0 && <span className="text-13 text-muted">{facts.join(', ')}</span>
}
