import type { Actor } from '#lib/access/actor.ts'
import { assertSystemCan } from '#lib/access/permissions.ts'
import { listDueNoShows } from './queries.ts'
import { releaseBooking } from './release-booking.ts'

/** One sweep takes at most this many, so that it ends before its job expires; the next one takes the rest. */
const mostAtOnce = 1_000

/** Releases every no-show whose own job was lost. Returns how many. */
export async function releaseNoShows(actor: Actor, now: Date): Promise<number> {
  assertSystemCan(actor, 'booking.release')
  let released = 0
  for (const bookingId of await listDueNoShows(now, mostAtOnce)) {
    if (await releaseBooking(actor, { bookingId }, now)) released++
  }
  return released
}
