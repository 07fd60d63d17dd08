import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { lockPersonAndSeat } from '#lib/db/locks.ts'
import { isKnownRequest, once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { enqueue } from '#lib/queue/boss.ts'
import { releaseBookingQueue } from '#lib/queue/definitions.ts'
import { addMinutes } from '#lib/time.ts'
import { getSeatToBook } from '#lib/venues/queries.ts'
import { completeRefusal } from './complete-refusal.ts'
import { findObstacle, type SeatWish } from './find-obstacle.ts'
import { judgeTime, releaseDueAt } from './policy.ts'
import type { BookSeatInput } from './schema.ts'

const operation = 'booking.make'

/**
 * Books a seat for the person who asks. Refuses by the rules of time, by what the person has already, and when somebody
 * has the seat; a refusal that another seat or time would help carries up to three in `details.alternatives`.
 */
export async function bookSeat(
  actor: Actor,
  input: BookSeatInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.make')
  const { userId } = actor
  const { key, ...rest } = input
  const seat = await getSeatToBook(input.seatId)
  const occupiedUntil = addMinutes(input.endsAt, seat.rule.bufferMinutes)
  const wish = { userId, seat, startsAt: input.startsAt, endsAt: input.endsAt, occupiedUntil }

  try {
    // Most losers of a race end here, before they wait for a lock.
    const refusal =
      judgeTime({ from: wish.startsAt, to: wish.endsAt }, seat, now) ??
      (await findObstacle(db(), wish, now))
    // A repeat finds its own booking in the way, or its time gone by: it gets its first answer.
    if (refusal && !(await isKnownRequest(userId, key))) throw refusal
    return await transaction((tx) =>
      once(tx, { userId, key, operation, input: rest, now }, () => write(tx, actor, wish, now)),
    )
  } catch (error) {
    throw await completeRefusal(error, wish, now)
  }
}

async function write(tx: Tx, actor: Actor, wish: SeatWish, now: Date) {
  const { userId, seat, startsAt, endsAt, occupiedUntil } = wish
  const { isWithdrawn, isErased } = await lockPersonAndSeat(tx, userId, seat.id)
  // Who asked to be forgotten while this was under way.
  if (isErased) throw new DomainError('UNAUTHENTICATED')
  // A statement of its own: it sees what was committed while we waited for the locks.
  const obstacle = await findObstacle(tx, { ...wish, seat: { ...seat, isWithdrawn } }, now)
  if (obstacle) throw obstacle

  const dueAt = releaseDueAt(startsAt, now, seat.rule.graceMinutes)
  const { id: bookingId } = await tx.booking.create({
    data: {
      seatId: seat.id,
      userId,
      madeById: userId,
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
  })
  await enqueue(tx, releaseBookingQueue, { bookingId }, { startAfter: dueAt })
  return { bookingId }
}
