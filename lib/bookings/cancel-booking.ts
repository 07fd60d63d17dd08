import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { hasEnded } from './policy.ts'
import type { BookingKeyInput } from './schema.ts'

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
      const booking = await lockBooking(tx, bookingId, userId)
      if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
      const refusal = judgeCancelling(booking, now)
      if (refusal) throw refusal
      await tx.booking.update({
        where: { id: bookingId },
        data: { cancelledAt: now, cancelledById: userId, passVersion: { increment: 1 } },
      })
      await writeAudit(tx, actor, now, {
        action: 'booking.cancel',
        subjectType: 'booking',
        subjectId: bookingId,
      })
      return { bookingId }
    }),
  )
}

function judgeCancelling(booking: LockedBooking, now: Date): DomainError | null {
  const { timeZone } = booking.seat.venue
  if (booking.cancelledAt) return new DomainError('BOOKING_CANCELLED')
  if (booking.releasedAt) {
    return new DomainError('BOOKING_RELEASED', { grace: booking.rule.graceMinutes })
  }
  if (booking.leftAt || hasEnded(booking, now)) {
    return new DomainError('BOOKING_ENDED', { at: booking.leftAt ?? booking.endsAt, timeZone })
  }
  return booking.checkedInAt ? new DomainError('BOOKING_CHECKED_IN') : null
}
