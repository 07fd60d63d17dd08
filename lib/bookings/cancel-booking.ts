import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { judgeLateChange, judgeStanding } from './judge-change.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import type { BookingKeyInput } from './schema.ts'
import { writeCancelling } from './write-cancelling.ts'

/** Gives a booking of one's own back: the seat is free at once, and the passes shown so far are worth nothing. */
export async function cancelBooking(
  actor: Actor,
  { key, bookingId }: BookingKeyInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.cancelOwn')
  const { userId } = actor
  const request = { userId, key, operation: 'booking.cancel', input: { bookingId }, now }
  return transaction((tx) =>
    once(tx, request, async () => {
      const booking = await lockBooking(tx, bookingId, { ofUserId: userId })
      if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
      const refusal = judgeCancelling(booking, now)
      if (refusal) throw refusal
      await writeCancelling(tx, actor, bookingId, now)
      return { bookingId }
    }),
  )
}

function judgeCancelling(booking: LockedBooking, now: Date): DomainError | null {
  return (
    judgeStanding(booking, now) ??
    (booking.checkedInAt ? new DomainError('BOOKING_CHECKED_IN') : null) ??
    judgeLateChange(booking, booking.seat.venue.timeZone, now)
  )
}
