import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes } from '#lib/time.ts'
import { getSeatToBook } from '#lib/venues/queries.ts'
import { placeBooking } from './place-booking.ts'
import type { MakeBookingForInput } from './schema.ts'

/** Staff book a seat for a member, and say why. What only members are held to does not stand against it. */
export async function makeBookingFor(
  actor: Actor,
  { key, reason, ...input }: MakeBookingForInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.manage')
  const { userId, startsAt, endsAt } = input
  const member = await db().user.findFirst({
    where: { id: userId, erasedAt: null, roles: { some: { role: 'member' } } },
    select: { verifiedAt: true },
  })
  if (!member) throw new DomainError('PERSON_NOT_FOUND')
  const seat = await getSeatToBook(input.seatId)
  const wish = {
    userId,
    isVerified: member.verifiedAt !== null,
    isByStaff: true,
    seat,
    startsAt,
    endsAt,
    occupiedUntil: addMinutes(endsAt, seat.rule.bufferMinutes),
  }
  return placeBooking(wish, { actor, key, input: { ...input, reason }, reason }, now)
}
