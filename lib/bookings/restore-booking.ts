import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { enqueue } from '#lib/queue/boss.ts'
import { releaseBookingQueue } from '#lib/queue/definitions.ts'
import { addMinutes } from '#lib/time.ts'
import { getSeatToBook } from '#lib/venues/queries.ts'
import { completeRefusal } from './complete-refusal.ts'
import { findObstacle, type SeatWish } from './find-obstacle.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { hasEnded, judgeTime } from './policy.ts'
import type { BookingKeyInput } from './schema.ts'

/**
 * Undoes the cancelling of one's own booking, as if it were booked anew by the rules of now: somebody else may have the
 * seat. Only its start may lie in the past, as long as the grace lasts that it had from the first: or cancelling and
 * bringing back would keep a seat that nobody comes to.
 */
export async function restoreBooking(
  actor: Actor,
  { key, bookingId }: BookingKeyInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.make')
  const { userId } = actor
  const wish = await findWish(userId, bookingId)
  const request = { userId, key, operation: 'booking.restore', input: { bookingId }, now }
  try {
    return await transaction((tx) =>
      once(tx, request, async () => {
        const booking = await lockBooking(tx, bookingId, { ofUserId: userId })
        if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
        const refusal = await judge(tx, booking, wish, now)
        if (refusal) throw refusal
        await write(tx, actor, booking, wish, now)
        return { bookingId }
      }),
    )
  } catch (error) {
    throw await completeRefusal(error, wish, now)
  }
}

async function findWish(userId: string, bookingId: string): Promise<SeatWish> {
  const booking = await db().booking.findFirst({
    where: { id: bookingId, userId },
    select: {
      seatId: true,
      startsAt: true,
      endsAt: true,
      user: { select: { verifiedAt: true } },
    },
  })
  if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
  const { seatId, startsAt, endsAt, user } = booking
  const seat = await getSeatToBook(seatId)
  return {
    userId,
    isVerified: user.verifiedAt !== null,
    seat,
    startsAt,
    endsAt,
    occupiedUntil: addMinutes(endsAt, seat.rule.bufferMinutes),
  }
}

async function judge(
  tx: Tx,
  booking: LockedBooking,
  wish: SeatWish,
  now: Date,
): Promise<DomainError | null> {
  if (!booking.cancelledAt) return new DomainError('BOOKING_NOT_CANCELLED')
  // What somebody else called off is not the person's to bring back.
  if (booking.cancelledById !== wish.userId) return new DomainError('BOOKING_CANCELLED')
  if (hasEnded(booking, now)) {
    const { timeZone } = booking.seat.venue
    return new DomainError('BOOKING_ENDED', { at: booking.endsAt, timeZone })
  }
  // Cancelling and bringing back renew no grace: else a seat could be kept all day with nobody there.
  if (booking.releaseDueAt <= now) {
    const { timeZone } = booking.seat.venue
    return new DomainError('RESTORE_TOO_LATE', { until: booking.releaseDueAt, timeZone })
  }
  const time = { from: booking.startsAt, to: booking.endsAt }
  const seat = { ...wish.seat, isWithdrawn: booking.seat.withdrawnAt !== null }
  return (
    judgeTime(time, seat, now, { mayHaveBegun: true }) ?? findObstacle(tx, { ...wish, seat }, now)
  )
}

async function write(tx: Tx, actor: Actor, booking: LockedBooking, wish: SeatWish, now: Date) {
  const { rule } = wish.seat
  await tx.booking.update({
    where: { id: booking.id },
    data: {
      cancelledAt: null,
      cancelledById: null,
      ruleId: rule.id,
      occupiedUntil: wish.occupiedUntil,
      passVersion: { increment: 1 },
    },
  })
  await writeAudit(tx, actor, now, {
    action: 'booking.restore',
    subjectType: 'booking',
    subjectId: booking.id,
    details: { cancelledAt: booking.cancelledAt?.toISOString() ?? null },
  })
  await enqueue(
    tx,
    releaseBookingQueue,
    { bookingId: booking.id },
    { startAfter: booking.releaseDueAt },
  )
}
