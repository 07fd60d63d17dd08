import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { carryOutMove } from './carry-out-move.ts'
import type { MoveBookingInput } from './schema.ts'

/**
 * Moves one's own booking to another seat or time of its venue, as if it were booked anew by the rules of now, but for
 * itself. The pass stays the same.
 */
export async function moveBooking(
  actor: Actor,
  input: MoveBookingInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.moveOwn')
  return carryOutMove(input, { actor, ofUserId: actor.userId }, now)
}
