import type { UserActor } from '#lib/access/actor.ts'
import { can } from '#lib/access/permissions.ts'
import { listComingBookings, type BookingView } from '#lib/bookings/queries.ts'
import { clockAt, dayAt } from '#lib/time.ts'
import type { PlanQuery } from '#lib/venues/schema.ts'

/**
 * The booking that an address wants to move, with the address made whole: what it leaves open is where the booking is. One
 * that cannot be moved leaves the page as it is for everybody.
 */
export async function findMoving(
  actor: UserActor,
  query: PlanQuery,
  now: Date,
): Promise<{ moving: BookingView | undefined; query: PlanQuery }> {
  const { move, ...rest } = query
  if (!move || !can(actor, 'booking.moveOwn')) return { moving: undefined, query: rest }
  const bookings = await listComingBookings(actor, now)
  const moving = bookings.find(({ id, canMove }) => id === move && canMove)
  if (!moving) return { moving, query: rest }
  const { venue, floor, startsAt, endsAt } = moving
  const from = clockAt(startsAt, venue.timeZone)
  const end = clockAt(endsAt, venue.timeZone)
  const time = {
    day: dayAt(startsAt, venue.timeZone),
    from,
    // The plan calls the midnight that ends a day 24:00.
    to: end === '00:00' ? '24:00' : end,
  }
  const isTimeOpen = !query.day && !query.from
  return {
    moving,
    query: {
      ...(isTimeOpen ? time : {}),
      ...query,
      venue: venue.slug,
      floor: query.floor ?? floor.id,
    },
  }
}
