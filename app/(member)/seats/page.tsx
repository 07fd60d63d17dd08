import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TimeSpan } from '#components/bookings/time-span.tsx'
import { planHref } from '#components/seats/plan-href.ts'
import { ClosedDay } from '#components/seats/closed-day.tsx'
import { FloorDrawing, FloorLamps } from '#components/seats/floor-drawing.tsx'
import { PlanLegend } from '#components/seats/plan-legend.tsx'
import { RefreshOnReturn } from '#components/seats/refresh-on-return.tsx'
import { SeatBrowser } from '#components/seats/seat-browser.tsx'
import { SeatChoice } from '#components/seats/seat-choice.tsx'
import { SeatPlan } from '#components/seats/seat-plan.tsx'
import { SeatsHeading } from '#components/seats/seats-heading.tsx'
import { FloorTabs, ViewSwitch } from '#components/seats/seats-tabs.tsx'
import { TimeStrip } from '#components/seats/time-strip.tsx'

import '#components/seats/plan.css'
import { planQuerySchema } from '#lib/venues/schema.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { cancelBooking, leaveBooking, restoreBooking } from '../bookings/actions.ts'
import { bookSeat } from './actions.ts'
import { loadPlan } from './load-plan.ts'
import { closedDayOf, countStates, stripTimes } from './strip-times.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seats'))('title') }
}

export default async function SeatsPage({ searchParams }: PageProps<'/seats'>) {
  const query = planQuerySchema.parse(await searchParams)
  const actor = await requireActor('plan.view', planHref(query))
  const data = await pageData(loadPlan(actor, query, new Date()))
  const { venue, chosen, floors, floor, own, next, mayBook } = data
  const { timeZone } = venue
  const { slot } = chosen
  const view = query.view ?? 'plan'
  const seats = floors.flatMap((one) => one.seats)

  return (
    <>
      <SeatsHeading venue={venue} next={next} />
      <TimeStrip query={query} timeZone={timeZone} {...stripTimes(chosen, timeZone)} />
      {slot && (
        <p className="hidden print:block">
          <TimeSpan startsAt={slot.from} endsAt={slot.to} timeZone={timeZone} />
        </p>
      )}
      {!slot && <ClosedDay venue={venue} query={query} {...closedDayOf(venue, chosen)} />}
      <SeatChoice
        seats={seats}
        time={slot && { startsAt: slot.from, endsAt: slot.to, timeZone }}
        timeZone={timeZone}
        own={own}
        mayBook={mayBook}
        actions={{ bookSeat, cancelBooking, restoreBooking, leaveBooking }}
      >
        <div className="mt-3 flex items-stretch justify-between gap-4 border-b border-hairline">
          <FloorTabs
            floors={floors.map(({ id, name, seats: on }) => ({
              id,
              name,
              free: countStates(on).free,
            }))}
            currentId={view === 'plan' ? floor?.id : undefined}
            query={query}
          />
          <div className="py-2">
            <ViewSwitch query={query} view={view} />
          </div>
        </div>
        {view === 'list' && <SeatBrowser query={query} floors={floors} />}
        {view === 'plan' && floor && (
          <>
            <PlanLegend counts={countStates(floor.seats)} />
            <SeatPlan
              key={floor.id}
              floor={{ id: floor.id, name: floor.name, width: floor.width, height: floor.height }}
              scenery={<FloorDrawing plan={floor.plan} />}
              lamps={<FloorLamps plan={floor.plan} />}
            />
          </>
        )}
      </SeatChoice>
      <RefreshOnReturn />
    </>
  )
}
