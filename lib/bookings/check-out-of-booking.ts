import type { Actor, UserActor } from '#lib/access/actor.ts'
import { assertCan, can } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes, laterOf } from '#lib/time.ts'
import type { BookingKeyInput } from './schema.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'

/** The member leaves their own seat, or the admin at the door takes them out; the rest of the time is free for others. */
export async function checkOutOfBooking(
  actor: Actor,
  input: BookingKeyInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, can(actor, 'checkIn.checkOut') ? 'checkIn.checkOut' : 'booking.leaveOwn')
  const request = {
    userId: actor.userId,
    key: input.key,
    operation: 'booking.checkOut',
    input,
    now,
  }
  return transaction((tx) => once(tx, request, () => leave(tx, actor, input.bookingId, now)))
}

async function leave(
  tx: Tx,
  actor: UserActor,
  bookingId: string,
  now: Date,
): Promise<{ bookingId: string }> {
  const isAnybodys = can(actor, 'checkIn.checkOut')
  const booking = await lockBooking(tx, bookingId, {
    ofUserId: isAnybodys ? undefined : actor.userId,
  })
  assertCanLeave(booking, now)
  // Clocks of two servers may differ by a moment.
  const leftAt = laterOf(now, booking.checkedInAt)
  const occupiedUntil = addMinutes(laterOf(booking.startsAt, leftAt), booking.rule.bufferMinutes)
  await tx.booking.update({
    where: { id: bookingId },
    data: { leftAt, leftById: actor.userId, occupiedUntil },
  })
  await writeAudit(tx, actor, now, {
    action: 'booking.checkOut',
    subjectType: 'booking',
    subjectId: bookingId,
  })
  return { bookingId }
}

function assertCanLeave(
  booking: LockedBooking | null,
  now: Date,
): asserts booking is LockedBooking & { checkedInAt: Date } {
  if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
  const { timeZone } = booking.seat.venue
  if (!booking.checkedInAt) throw new DomainError('NOT_CHECKED_IN')
  if (booking.leftAt) throw new DomainError('ALREADY_LEFT', { at: booking.leftAt, timeZone })
  if (now >= booking.endsAt)
    throw new DomainError('BOOKING_ENDED', { at: booking.endsAt, timeZone })
}
