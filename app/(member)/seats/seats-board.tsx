import { DayTimeline } from '#components/seats/day-timeline.tsx'
import { FloorDrawing, FloorLamps } from '#components/seats/floor-drawing.tsx'
import { PlanLegend } from '#components/seats/plan-legend.tsx'
import { SeatBrowser } from '#components/seats/seat-browser.tsx'
import { SeatChoice } from '#components/seats/seat-choice.tsx'
import { SeatPlan } from '#components/seats/seat-plan.tsx'
import { FloorTabs, ViewSwitch } from '#components/seats/seats-tabs.tsx'
import { TimeSlider } from '#components/seats/time-slider.tsx'
import type { ChosenSlot } from '#lib/bookings/choose-slot.ts'
import type { VenueView } from '#lib/venues/queries.ts'
import type { BookingView } from '#lib/bookings/queries.ts'
import type { PlanQuery } from '#lib/venues/schema.ts'
import {
  cancelBooking,
  extendArrival,
  leaveBooking,
  restoreBooking,
  shortenBooking,
  undoChange,
} from '../bookings/actions.ts'
import { bookSeat, moveBooking } from './actions.ts'
import type { loadPlan } from './load-plan.ts'
import { countStates, listTicks } from './strip-times.ts'

const actions = {
  bookSeat,
  moveBooking,
  cancelBooking,
  extendArrival,
  leaveBooking,
  restoreBooking,
  shortenBooking,
  undoChange,
}

/** The seats at the chosen time, drawn or listed; choosing one opens its sheet. */
export function SeatsBoard({
  plan,
  venue,
  chosen,
  query,
  moving,
}: {
  plan: Awaited<ReturnType<typeof loadPlan>>
  venue: VenueView
  chosen: ChosenSlot
  query: PlanQuery
  moving: BookingView | undefined
}) {
  const { floors, floor, own, mayBook, timeline } = plan
  const { slot, day } = chosen
  const { id: venueId, timeZone } = venue
  const ticks = listTicks(venue, chosen)
  const current = ticks.findIndex(({ from }) => from.getTime() === slot?.from.getTime())
  const view = query.view ?? 'plan'
  return (
    <SeatChoice
      seats={floors.flatMap((one) => one.seats)}
      time={slot && { startsAt: slot.from, endsAt: slot.to, timeZone }}
      timeZone={timeZone}
      own={own}
      mayBook={mayBook}
      actions={actions}
      movingId={moving?.id}
    >
      {current >= 0 && ticks.length > 1 && !moving && (
        <TimeSlider
          key={`${day} ${current} ${ticks.length}`}
          query={query}
          venueId={venueId}
          day={day}
          ticks={ticks}
          current={current}
        />
      )}
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
      {view === 'day' && timeline && slot && (
        <DayTimeline
          floors={floors}
          day={timeline}
          chosen={{ from: slot.from.getTime(), to: slot.to.getTime() }}
        />
      )}
      {view === 'list' && <SeatBrowser query={query} floors={floors} />}
      {view === 'plan' && floor && (
        <>
          <PlanLegend floorId={floor.id} />
          <SeatPlan
            key={floor.id}
            floor={{ id: floor.id, name: floor.name, width: floor.width, height: floor.height }}
            scenery={<FloorDrawing plan={floor.plan} />}
            lamps={<FloorLamps plan={floor.plan} />}
          />
        </>
      )}
    </SeatChoice>
  )
}
