import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes } from '#lib/time.ts'
import { getSeatToBook } from '#lib/venues/queries.ts'
import { completeRefusal } from './complete-refusal.ts'
import { findObstacle, type SeatWish } from './find-obstacle.ts'
import { judgeLateChange, judgeStanding } from './judge-change.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { dueAfterChange, judgeTime } from './policy.ts'
import type { BookingKeyInput } from './schema.ts'
import { writeChange } from './write-change.ts'

/**
 * Takes one's own last move or shortening back, as if the booking were booked anew there by the rules of now: somebody else
 * may have the seat by this time.
 */
export async function undoChange(
  actor: Actor,
  { key, bookingId }: BookingKeyInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.moveOwn')
  const { userId } = actor
  const request = { userId, key, operation: 'booking.undoChange', input: { bookingId }, now }
  const undo = await findUndo(userId, bookingId)
  try {
    return await transaction((tx) =>
      once(tx, request, async () => {
        const rows = { ofUserId: userId, alsoSeatId: undo.wish?.seat.id }
        const booking = await lockBooking(tx, bookingId, rows)
        if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
        const wish = assertSame(booking, undo, userId)
        const refusal = await judge(tx, booking, wish, now)
        if (refusal) throw refusal
        const { seat, startsAt, endsAt, occupiedUntil } = wish
        await writeChange(
          tx,
          actor,
          booking,
          {
            seatId: seat.id,
            startsAt,
            endsAt,
            occupiedUntil,
            ruleId: seat.rule.id,
            releaseDueAt: dueAfterChange(booking, startsAt, seat.rule.graceMinutes, now),
          },
          now,
          { action: 'booking.undoChange', undoes: undo.changeId! },
        )
        return { bookingId }
      }),
    )
  } catch (error) {
    throw undo.wish ? await completeRefusal(error, undo.wish, now) : error
  }
}

type Undo = { changeId: string | null; wish: SeatWish | null }

async function findUndo(userId: string, bookingId: string): Promise<Undo> {
  const booking = await db().booking.findFirst({
    where: { id: bookingId, userId },
    select: {
      seatId: true,
      startsAt: true,
      endsAt: true,
      user: { select: { verifiedAt: true } },
      changes: {
        where: { undoneAt: null },
        orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
  })
  if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
  const [change] = booking.changes
  if (!change) return { changeId: null, wish: null }
  const seat = await getSeatToBook(change.seatId)
  const { startsAt, endsAt } = change
  const wish = {
    userId,
    isVerified: booking.user.verifiedAt !== null,
    seat,
    startsAt,
    endsAt,
    occupiedUntil: addMinutes(endsAt, seat.rule.bufferMinutes),
    instead: { ...booking, bookingId },
  }
  return { changeId: change.id, wish }
}

/** Between the look and the lock the booking may have been changed once more. */
function assertSame(booking: LockedBooking, { changeId, wish }: Undo, userId: string): SeatWish {
  const [last] = booking.changes
  if (!last && !changeId) throw new DomainError('NOTHING_TO_UNDO')
  if (!wish || last?.id !== changeId) throw new DomainError('CHANGED_MEANWHILE')
  if (last.changedById !== userId) throw new DomainError('CHANGED_BY_STAFF')
  return { ...wish, instead: { ...booking, bookingId: booking.id } }
}

async function judge(
  tx: Tx,
  booking: LockedBooking,
  wish: SeatWish,
  now: Date,
): Promise<DomainError | null> {
  const { timeZone } = wish.seat.venue
  const isStay = booking.checkedInAt !== null
  const fixed =
    judgeStanding(booking, now) ??
    (isStay && isElsewhere(booking, wish) ? new DomainError('MOVE_CHECKED_IN') : null) ??
    (isStay ? null : judgeLateChange(booking, timeZone, now))
  if (fixed) return fixed
  if (wish.endsAt <= now) {
    return new DomainError('UNDO_TIME_PASSED', { endsAt: wish.endsAt, timeZone })
  }
  const { withdrawnAt } = await tx.seat.findUniqueOrThrow({
    where: { id: wish.seat.id },
    select: { withdrawnAt: true },
  })
  const seat = { ...wish.seat, isWithdrawn: withdrawnAt !== null }
  return (
    judgeTime({ from: wish.startsAt, to: wish.endsAt }, seat, now, { mayHaveBegun: true }) ??
    findObstacle(tx, { ...wish, seat }, now)
  )
}

/** Not where the person sits or is expected: another seat, or another start. */
function isElsewhere(booking: LockedBooking, wish: SeatWish): boolean {
  return wish.seat.id !== booking.seatId || wish.startsAt.getTime() !== booking.startsAt.getTime()
}
