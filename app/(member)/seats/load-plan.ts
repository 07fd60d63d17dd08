import type { UserActor } from '#lib/access/actor.ts'
import { can } from '#lib/access/permissions.ts'
import { chooseSlot } from '#lib/bookings/choose-slot.ts'
import {
  listComingBookings,
  listSeatAvailability,
  type BookingView,
} from '#lib/bookings/queries.ts'
import { getFloorWithSeats } from '#lib/venues/queries.ts'
import { floorPlanSchema, roomOfSeat, type PlanQuery } from '#lib/venues/schema.ts'
import { venueOrNotFound } from '#lib/web/venue.ts'
import type { SeatView } from '#components/seats/seat-view.ts'

/** All that the page of the seats shows: the place, the chosen time, every seat as that time finds it, and what is mine. */
export async function loadPlan(actor: UserActor, query: PlanQuery, now: Date) {
  const venue = await venueOrNotFound(query.venue)
  const wish = { ...query, minutes: query.minutes ? Number(query.minutes) : undefined }
  const chosen = chooseSlot({ venue, rule: venue.rule }, wish, now)
  const { slot } = chosen
  const [rows, availability, bookings] = await Promise.all([
    Promise.all(venue.floors.map(({ id }) => getFloorWithSeats(id))),
    slot ? listSeatAvailability(actor, { venueId: venue.id, ...slot }) : [],
    can(actor, 'booking.viewOwn') ? listComingBookings(actor, now) : [],
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
    venue,
    chosen,
    floors,
    floor: floors.find(({ id }) => id === query.floor) ?? floors[0],
    own: slot ? ownDuring(bookings, slot) : [],
    next: bookings[0],
    mayBook: can(actor, 'booking.make'),
  }
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
