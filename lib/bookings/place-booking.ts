import type { UserActor } from '#lib/access/actor.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { lockPersonAndSeat } from '#lib/db/locks.ts'
import { isKnownRequest, once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { enqueue } from '#lib/queue/boss.ts'
import { releaseBookingQueue } from '#lib/queue/definitions.ts'
import { completeRefusal } from './complete-refusal.ts'
import { findObstacle, type SeatWish } from './find-obstacle.ts'
import { judgeTime, releaseDueAt } from './policy.ts'

/** Who asks for it, under which key, and why when it is for somebody else. */
export type PlaceRequest = { actor: UserActor; key: string; input: object; reason?: string }

const operation = 'booking.make'

/**
 * Writes a booking that somebody may make, or refuses it: by the rules of time, by what the person has already, and when
 * somebody has the seat. A refusal that another seat or time would help carries up to three in `details.alternatives`.
 */
export async function placeBooking(
  wish: SeatWish,
  request: PlaceRequest,
  now: Date,
): Promise<{ bookingId: string }> {
  const { actor, key, input } = request
  const { userId } = actor
  try {
    // Most losers of a race end here, before they wait for a lock.
    const time = { from: wish.startsAt, to: wish.endsAt }
    const refusal =
      judgeTime(time, wish.seat, now, { isByStaff: wish.isByStaff }) ??
      (await findObstacle(db(), wish, now))
    // A repeat finds its own booking in the way, or its time gone by: it gets its first answer.
    if (refusal && !(await isKnownRequest(userId, key))) throw refusal
    return await transaction(async (tx) => {
      let isRepeat = true
      const booked = await once(tx, { userId, key, operation, input, now }, () => {
        isRepeat = false
        return write(tx, wish, request, now)
      })
      if (isRepeat) await assertNotCancelled(tx, booked.bookingId)
      return booked
    })
  } catch (error) {
    throw await completeRefusal(error, wish, now)
  }
}

/** A repeat may come late: a booking that is gone must not be confirmed by its first answer. */
async function assertNotCancelled(tx: Tx, bookingId: string): Promise<void> {
  const booking = await tx.booking.findUnique({
    where: { id: bookingId },
    select: { cancelledAt: true },
  })
  if (booking?.cancelledAt) throw new DomainError('BOOKING_CANCELLED')
}

async function write(tx: Tx, wish: SeatWish, { actor, reason }: PlaceRequest, now: Date) {
  const { userId, seat, startsAt, endsAt, occupiedUntil } = wish
  const { isWithdrawn, isErased } = await lockPersonAndSeat(tx, userId, seat.id)
  // Who asked to be forgotten while this was under way.
  if (isErased) throw new DomainError(actor.userId === userId ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  // A statement of its own: it sees what was committed while we waited for the locks.
  const obstacle = await findObstacle(tx, { ...wish, seat: { ...seat, isWithdrawn } }, now)
  if (obstacle) throw obstacle

  const dueAt = releaseDueAt(startsAt, now, seat.rule.graceMinutes)
  const { id: bookingId } = await tx.booking.create({
    data: {
      seatId: seat.id,
      userId,
      madeById: actor.userId,
      ruleId: seat.rule.id,
      startsAt,
      endsAt,
      occupiedUntil,
      releaseDueAt: dueAt,
      madeAt: now,
    },
    select: { id: true },
  })
  await writeAudit(tx, actor, now, {
    action: 'booking.make',
    subjectType: 'booking',
    subjectId: bookingId,
    details: { seatId: seat.id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    ...(reason ? { personal: { reason } } : {}),
  })
  await enqueue(tx, releaseBookingQueue, { bookingId }, { startAfter: dueAt })
  return { bookingId }
}
