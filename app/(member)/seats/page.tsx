import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TimeSpan } from '#components/bookings/time-span.tsx'
import { ClosedDay } from '#components/seats/closed-day.tsx'
import { LivePlan } from '#components/seats/live-plan.tsx'
import { MoveNotice } from '#components/seats/move-notice.tsx'
import { planHref } from '#components/seats/plan-href.ts'
import { PlanShape } from '#components/seats/plan-shape.tsx'
import { PassLink, SeatsHeading } from '#components/seats/seats-heading.tsx'
import { SkippedTime } from '#components/seats/skipped-time.tsx'
import { TimeStrip } from '#components/seats/time-strip.tsx'
import '#components/seats/plan.css'
import { planQuerySchema } from '#lib/venues/schema.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { Streamed } from '#lib/web/streamed.tsx'
import { venueOrNotFound } from '#lib/web/venue.ts'
import { findMoving } from './find-moving.ts'
import { chooseTime, loadPlan } from './load-plan.ts'
import { SeatsBoard } from './seats-board.tsx'
import { closedDayOf, stripTimes } from './strip-times.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seats'))('title') }
}

export default async function SeatsPage({ searchParams }: PageProps<'/seats'>) {
  const asked = await searchParams
  const wish = planQuerySchema.parse(asked)
  const path = planHref(wish)
  const actor = await requireActor('plan.view', path)
  const now = new Date()
  const { moving, query } = await pageData(findMoving(actor, wish, now))
  const venue = await pageData(venueOrNotFound(query.venue))
  const chosen = chooseTime(venue, query, now)
  const { timeZone } = venue
  const { slot } = chosen
  const data = pageData(loadPlan(actor, { venue, chosen, query, moving }, now))
  const streamed = { data, path, isWhole: asked.whole === '1' }

  return (
    <>
      <SeatsHeading
        venue={venue}
        pass={
          <Streamed {...streamed}>{({ next }) => next && <PassLink booking={next} />}</Streamed>
        }
      />
      {moving && <MoveNotice booking={moving} />}
      <TimeStrip query={query} timeZone={timeZone} {...stripTimes(chosen, timeZone)} />
      {chosen.skipped && <SkippedTime clock={chosen.skipped} />}
      {slot && (
        <p className="hidden print:block">
          <TimeSpan startsAt={slot.from} endsAt={slot.to} timeZone={timeZone} />
        </p>
      )}
      {!slot && <ClosedDay venue={venue} query={query} {...closedDayOf(venue, chosen)} />}
      <Streamed {...streamed} shape={<PlanShape />}>
        {(plan) => (
          <SeatsBoard plan={plan} venue={venue} chosen={chosen} query={query} moving={moving} />
        )}
      </Streamed>
      <LivePlan venueId={venue.id} />
    </>
  )
}
