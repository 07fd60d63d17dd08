import type { UserActor } from '#lib/access/actor.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes, ceilToStep } from '#lib/time.ts'
import { getSeatToBook } from '#lib/venues/queries.ts'
import { completeRefusal } from './complete-refusal.ts'
import { findObstacle, type SeatWish } from './find-obstacle.ts'
import { judgeLateChange, judgeStanding } from './judge-change.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { dueAfterChange, judgeTime } from './policy.ts'
import type { MoveBookingInput } from './schema.ts'
import { writeChange } from './write-change.ts'

type Mover = { actor: UserActor; ofUserId?: string; reason?: string }

/** A move by the member, or by staff when `reason` says why. */
export async function carryOutMove(
  { key, ...input }: MoveBookingInput,
  mover: Mover,
  now: Date,
): Promise<{ bookingId: string }> {
  const { bookingId } = input
  const { userId } = mover.actor
  const wish = await findWish(input, mover)
  const request = { userId, key, operation: 'booking.move', input, now }
  try {
    return await transaction((tx) =>
      once(tx, request, async () => {
        const rows = { ofUserId: mover.ofUserId, alsoSeatId: input.seatId }
        const booking = await lockBooking(tx, bookingId, rows)
        if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
        const fresh = await withSeatOfNow(tx, wish, booking)
        const refusal = await judge(tx, booking, fresh, now)
        if (refusal) throw refusal
        await write(tx, booking, fresh, mover, now)
        return { bookingId }
      }),
    )
  } catch (error) {
    throw await completeRefusal(error, wish, now)
  }
}

async function findWish(
  { bookingId, seatId, startsAt, endsAt }: Omit<MoveBookingInput, 'key'>,
  { ofUserId, reason }: Mover,
): Promise<SeatWish> {
  const booking = await db().booking.findFirst({
    where: { id: bookingId, userId: ofUserId },
    select: {
      userId: true,
      seatId: true,
      startsAt: true,
      endsAt: true,
      user: { select: { verifiedAt: true } },
      seat: { select: { venue: { select: { id: true, name: true } } } },
    },
  })
  if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
  const seat = await getSeatToBook(seatId)
  const { venue } = booking.seat
  if (seat.venue.id !== venue.id) throw new DomainError('OTHER_VENUE', { venue: venue.name })
  return {
    userId: booking.userId,
    isVerified: booking.user.verifiedAt !== null,
    isByStaff: reason !== undefined,
    seat,
    startsAt,
    endsAt,
    occupiedUntil: addMinutes(endsAt, seat.rule.bufferMinutes),
    instead: { ...booking, bookingId },
  }
}

/** What became of the seat, and of the booking, while we waited for the locks. */
async function withSeatOfNow(tx: Tx, wish: SeatWish, booking: LockedBooking): Promise<SeatWish> {
  const { withdrawnAt } = await tx.seat.findUniqueOrThrow({
    where: { id: wish.seat.id },
    select: { withdrawnAt: true },
  })
  return {
    ...wish,
    seat: { ...wish.seat, isWithdrawn: withdrawnAt !== null },
    instead: { ...booking, bookingId: booking.id },
  }
}

async function judge(
  tx: Tx,
  booking: LockedBooking,
  wish: SeatWish,
  now: Date,
): Promise<DomainError | null> {
  const { seat, startsAt, endsAt, isByStaff } = wish
  const { timeZone } = seat.venue
  const isSameStart = startsAt.getTime() === booking.startsAt.getTime()
  const fixed =
    judgeStanding(booking, now) ??
    (booking.checkedInAt
      ? new DomainError(isByStaff ? 'MEMBER_CHECKED_IN' : 'MOVE_CHECKED_IN')
      : null) ??
    (isByStaff ? null : judgeLateChange(booking, timeZone, now))
  if (fixed) return fixed
  if (isSameStart && endsAt.getTime() === booking.endsAt.getTime() && seat.id === booking.seatId) {
    return new DomainError('MOVE_CHANGES_NOTHING')
  }
  if (isSameStart && endsAt <= now) {
    const earliest = ceilToStep(now, seat.rule.stepMinutes, timeZone)
    return new DomainError('END_IN_PAST', { earliest, timeZone })
  }
  const time = { from: startsAt, to: endsAt }
  // A booking of which the start stays may have begun: only the seat or the end are new.
  const freedom = { isByStaff, mayHaveBegun: isSameStart }
  return judgeTime(time, seat, now, freedom) ?? findObstacle(tx, wish, now)
}

async function write(
  tx: Tx,
  booking: LockedBooking,
  wish: SeatWish,
  { actor, reason }: Mover,
  now: Date,
): Promise<void> {
  const { seat, startsAt, endsAt, occupiedUntil } = wish
  const dueAt = dueAfterChange(booking, startsAt, seat.rule.graceMinutes, now)
  const place = { seatId: seat.id, startsAt, endsAt, ruleId: seat.rule.id, occupiedUntil }
  await writeChange(tx, actor, booking, { ...place, releaseDueAt: dueAt }, now, {
    action: 'booking.move',
    reason,
  })
}
