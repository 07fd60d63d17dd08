import type { UserActor } from '#lib/access/actor.ts'
import { can } from '#lib/access/permissions.ts'
import { chooseSlot, type ChosenSlot } from '#lib/bookings/choose-slot.ts'
import {
  listComingBookings,
  listSeatAvailability,
  type BookingView,
} from '#lib/bookings/queries.ts'
import { getFloorWithSeats, type VenueView } from '#lib/venues/queries.ts'
import { floorPlanSchema, roomOfSeat, type PlanQuery } from '#lib/venues/schema.ts'
import { loadTimeline } from './load-timeline.ts'
import type { SeatView } from '#components/seats/seat-view.ts'

/** Every seat of the place as the time finds it, and what is mine. */
export async function loadPlan(
  actor: UserActor,
  {
    venue,
    chosen,
    query,
    moving,
  }: {
    venue: VenueView
    chosen: ChosenSlot
    query: PlanQuery
    /** A booking that is being moved is in nobody's way, and nothing of its own is done on this page. */
    moving: BookingView | undefined
  },
  now: Date,
) {
  const { slot } = chosen
  const [rows, availability, bookings, timeline] = await Promise.all([
    Promise.all(venue.floors.map(({ id }) => getFloorWithSeats(id))),
    slot ? listSeatAvailability(actor, { venueId: venue.id, ...slot, exceptId: moving?.id }) : [],
    can(actor, 'booking.viewOwn') ? listComingBookings(actor, now) : [],
    query.view === 'day' ? loadTimeline(actor, venue, chosen.day) : null,
  ])
  const stateById = new Map(availability.map((seat) => [seat.seatId, seat]))
  const floors = rows.map(({ seats, plan, ...floor }) => {
    const parsed = floorPlanSchema.parse(plan)
    const views = seats.map((seat): SeatView => {
      const { state, until } = stateById.get(seat.id) ?? { state: 'closed', until: null }
      const room = roomOfSeat(parsed, seat)
      return { ...seat, ...room, state, until, floorId: floor.id, floorName: floor.name }
    })
    return { ...floor, plan: parsed, seats: views.toSorted(byLabel) }
  })
  return {
    floors,
    floor: floors.find(({ id }) => id === query.floor) ?? floors[0],
    timeline,
    own: slot
      ? ownDuring(
          bookings.filter(({ id }) => id !== moving?.id),
          slot,
        )
      : [],
    next: bookings[0],
    mayBook: can(actor, 'booking.make'),
  }
}

/** The time that an address asks for at a place. */
export function chooseTime(venue: VenueView, query: PlanQuery, now: Date): ChosenSlot {
  const wish = { ...query, minutes: query.minutes ? Number(query.minutes) : undefined }
  return chooseSlot({ venue, rule: venue.rule }, wish, now)
}

function ownDuring(bookings: BookingView[], { from, to }: { from: Date; to: Date }) {
  return bookings
    .filter(({ startsAt, endsAt }) => startsAt < to && from < endsAt)
    .map(({ id, seat, startsAt, endsAt, canCancel, canLeave }) => ({
      id,
      seatId: seat.id,
      startsAt,
      endsAt,
      canCancel,
      canLeave,
    }))
}

const labels = new Intl.Collator('en', { numeric: true })

/** A2 before A10. */
function byLabel(a: SeatView, b: SeatView): number {
  return labels.compare(a.label, b.label)
}
