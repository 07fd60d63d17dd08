import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { carryOutMove } from './carry-out-move.ts'
import type { MoveBookingForInput } from './schema.ts'

/** Staff move a member's booking, and say why; also when it is too late for the member. */
export async function moveBookingFor(
  actor: Actor,
  { reason, ...input }: MoveBookingForInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.manage')
  return carryOutMove(input, { actor, reason }, now)
}
