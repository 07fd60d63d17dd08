import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { boundsOfDay, dayAt } from '#lib/time.ts'
import { getVenueTimes } from '#lib/venues/queries.ts'

export type Arrival = {
  bookingId: string
  personName: string
  seat: string
  floor: string
  startsAt: Date
  endsAt: Date
  state: 'expected' | 'here'
}

/** Who is here and who is still expected today at a venue: what the door works from when the server cannot be asked. */
export async function listArrivals(
  actor: Actor,
  { venueId }: { venueId: string },
  now: Date,
): Promise<Arrival[]> {
  assertCan(actor, 'checkIn.scan')
  const { timeZone } = await getVenueTimes(venueId)
  const { to: midnight } = boundsOfDay(dayAt(now, timeZone), timeZone)
  const bookings = await db().booking.findMany({
    where: {
      seat: { venueId },
      startsAt: { lt: midnight },
      endsAt: { gt: now },
      cancelledAt: null,
      releasedAt: null,
      leftAt: null,
    },
    orderBy: [{ startsAt: 'asc' }, { seat: { label: 'asc' } }],
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
      user: { select: { name: true } },
      seat: { select: { label: true, floor: { select: { name: true } } } },
    },
  })
  return bookings.map(({ id, user, seat, checkedInAt, ...times }) => ({
    ...times,
    bookingId: id,
    personName: user.name,
    seat: seat.label,
    floor: seat.floor.name,
    state: checkedInAt ? 'here' : 'expected',
  }))
}
