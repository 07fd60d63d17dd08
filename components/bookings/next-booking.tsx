import { QrCode } from 'lucide-react'
import { useNow, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink, TextLink } from '#components/ui/links.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { BookingView } from '#lib/bookings/queries.ts'
import type { BookingActions } from './booking-actions.ts'
import { BookingButtons } from './booking-buttons.tsx'
import { TimeSpan } from './time-span.tsx'
import { useTimeWords } from './use-time-words.ts'

/** The next thing first: where I sit or shall sit, when, and the pass that opens the door. */
export function NextBooking({
  booking,
  planHref,
  glimpse,
  actions,
}: {
  booking: BookingView
  planHref: string
  glimpse: ReactNode
  actions: BookingActions
}) {
  const t = useTranslations('bookings.home')
  const tKinds = useTranslations('seats.kinds')
  const now = useNow()
  const { seat, floor, venue, state, startsAt, endsAt } = booking
  const heading = state === 'here' ? 'here' : startsAt <= now ? 'running' : 'expected'
  return (
    <section
      aria-labelledby="next-booking"
      className="grid overflow-hidden rounded-card border border-hairline bg-raised md:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]"
    >
      <div className="h-44 border-b border-hairline md:order-last md:h-auto md:border-b-0 md:border-l">
        {glimpse}
      </div>
      <div className="flex flex-col gap-5 p-5 sm:p-7">
        <div>
          <div className="flex items-center justify-between gap-3">
            <h2 id="next-booking" className="font-sans text-15 font-medium text-muted">
              {t(heading)}
            </h2>
            <StateChip state={state} />
          </div>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
            <span className="font-serif text-40 font-semibold">{seat.label}</span>
            <span className="text-muted">
              {tKinds(seat.kind)}, {floor.name}
            </span>
          </p>
          <TimeSpan
            startsAt={startsAt}
            endsAt={endsAt}
            timeZone={venue.timeZone}
            className="block font-serif text-20 first-letter:uppercase"
          />
          <Countdown booking={booking} now={now} />
        </div>
        <div className="mt-auto flex flex-col gap-2">
          <ButtonLink href="/pass" variant="primary" size="large" isWide>
            <QrCode aria-hidden="true" className="size-5" />
            {t('pass')}
          </ButtonLink>
          <BookingButtons
            booking={{ ...booking, label: seat.label, timeZone: venue.timeZone }}
            actions={actions}
          />
        </div>
        <TextLink href={planHref} className="self-start">
          {t('plan')}
        </TextLink>
      </div>
    </section>
  )
}

function Countdown({ booking, now }: { booking: BookingView; now: Date }) {
  const t = useTranslations('bookings.home')
  const words = useTimeWords(booking.venue.timeZone)
  const { state, startsAt, endsAt, acceptedFrom, releaseDueAt } = booking
  if (state === 'here') {
    return <p className="mt-1 text-muted">{t('endsIn', { length: words.length(now, endsAt) })}</p>
  }
  if (acceptedFrom <= now) {
    return (
      <p className="mt-1 font-medium text-brass-ink">
        {t('comeBy', { clock: words.clock(releaseDueAt) })}
      </p>
    )
  }
  const isNear = startsAt.getTime() - now.getTime() < nearMs
  return (
    <p className="mt-1 text-muted">
      {isNear && `${t('beginsIn', { length: words.length(now, startsAt) })}. `}
      {t('doorOpens', { clock: words.clock(acceptedFrom) })}
    </p>
  )
}

/** Farther ahead, a day and a clock say more than a number of hours. */
const nearMs = 12 * 60 * 60_000
