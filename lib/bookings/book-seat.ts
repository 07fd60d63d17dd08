import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { addMinutes } from '#lib/time.ts'
import { getSeatToBook } from '#lib/venues/queries.ts'
import { placeBooking } from './place-booking.ts'
import type { BookSeatInput } from './schema.ts'

/** Books a seat for the person who asks. */
export async function bookSeat(
  actor: Actor,
  { key, ...input }: BookSeatInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.make')
  const { userId, isVerified } = actor
  const { startsAt, endsAt } = input
  const seat = await getSeatToBook(input.seatId)
  const occupiedUntil = addMinutes(endsAt, seat.rule.bufferMinutes)
  const wish = { userId, isVerified, seat, startsAt, endsAt, occupiedUntil }
  return placeBooking(wish, { actor, key, input }, now)
}
