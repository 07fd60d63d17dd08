import type { UserActor } from '#lib/access/actor.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { enqueue } from '#lib/queue/boss.ts'
import { releaseBookingQueue } from '#lib/queue/definitions.ts'
import type { LockedBooking } from './lock-booking.ts'

export type ChangedPlace = {
  seatId: string
  startsAt: Date
  endsAt: Date
  ruleId: string
  occupiedUntil: Date
  releaseDueAt: Date
}

/** Writes where a booking goes and what it was before, under the caller's lock; an undo writes no second change. */
export async function writeChange(
  tx: Tx,
  by: UserActor,
  booking: LockedBooking,
  place: ChangedPlace,
  now: Date,
  { action, reason, undoes }: { action: string; reason?: string; undoes?: string },
): Promise<void> {
  const { id: bookingId, seatId, startsAt, endsAt, ruleId } = booking
  if (undoes) await tx.bookingChange.update({ where: { id: undoes }, data: { undoneAt: now } })
  else {
    const before = { seatId, startsAt, endsAt, ruleId }
    await tx.bookingChange.create({
      data: { bookingId, changedAt: now, changedById: by.userId, ...before },
    })
  }
  const isDueAnew = place.releaseDueAt.getTime() !== booking.releaseDueAt.getTime()
  await tx.booking.update({
    where: { id: bookingId },
    data: { ...place, ...(isDueAnew ? { warnedAt: null, extendedAt: null } : {}) },
  })
  await writeAudit(tx, by, now, {
    action,
    subjectType: 'booking',
    subjectId: bookingId,
    details: {
      fromSeatId: seatId,
      fromStartsAt: startsAt.toISOString(),
      fromEndsAt: endsAt.toISOString(),
      seatId: place.seatId,
      startsAt: place.startsAt.toISOString(),
      endsAt: place.endsAt.toISOString(),
    },
    ...(reason ? { personal: { reason } } : {}),
  })
  if (isDueAnew) {
    await enqueue(tx, releaseBookingQueue, { bookingId }, { startAfter: place.releaseDueAt })
  }
}
