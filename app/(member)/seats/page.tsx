import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { planHref } from '#components/seats/plan-href.ts'
import { ClosedDay } from '#components/seats/closed-day.tsx'
import { FloorDrawing, FloorLamps } from '#components/seats/floor-drawing.tsx'
import { PlanLegend } from '#components/seats/plan-legend.tsx'
import { RefreshOnReturn } from '#components/seats/refresh-on-return.tsx'
import { SeatBrowser } from '#components/seats/seat-browser.tsx'
import { SeatChoice } from '#components/seats/seat-choice.tsx'
import { SeatPlan } from '#components/seats/seat-plan.tsx'
import { FloorTabs, ViewSwitch } from '#components/seats/seats-tabs.tsx'
import { TimeStrip } from '#components/seats/time-strip.tsx'
import { VenueHeading } from '#components/seats/venue-heading.tsx'
import '#components/seats/plan.css'
import { planQuerySchema } from '#lib/venues/schema.ts'
import { requireActor } from '#lib/web/actor.ts'
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
  const { venue, chosen, floors, floor, own, mayBook } = await loadPlan(actor, query, new Date())
  const { timeZone } = venue
  const { slot } = chosen
  const view = query.view ?? 'plan'
  const seats = floors.flatMap((one) => one.seats)

  return (
    <>
      <VenueHeading venue={venue} />
      <TimeStrip query={query} timeZone={timeZone} {...stripTimes(chosen, timeZone)} />
      {!slot && <ClosedDay venue={venue} query={query} {...closedDayOf(venue, chosen)} />}
      <SeatChoice
        seats={seats}
        time={slot && { startsAt: slot.from, endsAt: slot.to, timeZone }}
        timeZone={timeZone}
        own={own}
        mayBook={mayBook}
        actions={{ bookSeat, cancelBooking, restoreBooking, leaveBooking }}
      >
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)_auto] items-end lg:grid-cols-[auto_minmax(0,1fr)_auto]">
          <FloorTabs
            floors={floors.map(({ id, name, seats: on }) => ({
              id,
              name,
              free: countStates(on).free,
            }))}
            currentId={view === 'plan' ? floor?.id : undefined}
            query={query}
          />
          <div className="self-stretch border-b border-hairline py-2 lg:order-last">
            <ViewSwitch query={query} view={view} />
          </div>
          <div className="col-span-full flex min-h-9 items-center self-stretch border-hairline lg:col-span-1 lg:justify-end lg:border-b lg:px-6">
            {view === 'plan' && floor && <PlanLegend counts={countStates(floor.seats)} />}
          </div>
        </div>
        {view === 'list' && <SeatBrowser query={query} floors={floors} />}
        {view === 'plan' && floor && (
          <SeatPlan
            key={floor.id}
            floor={{ id: floor.id, name: floor.name, width: floor.width, height: floor.height }}
            scenery={<FloorDrawing plan={floor.plan} />}
            lamps={<FloorLamps plan={floor.plan} />}
          />
        )}
      </SeatChoice>
      <RefreshOnReturn />
    </>
  )
}
