import type { UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import type { CheckInFacts } from './check-in-policy.ts'
import type { LockedBooking } from './lock-booking.ts'

/**
 * Writes the arrival, in the caller's transaction and under the caller's lock. The guard in the update is the last word
 * between a late scan and the release of a no-show: whichever writes first wins, and never both.
 */
export async function checkInToBooking(
  tx: Tx,
  actor: UserActor,
  { bookingId, step, scanId }: { bookingId: string; step: number; scanId: string },
  now: Date,
): Promise<void> {
  assertCan(actor, 'checkIn.scan')
  const written = await tx.booking.updateMany({
    where: { id: bookingId, cancelledAt: null, releasedAt: null, checkedInAt: null },
    data: { checkedInAt: now, checkedInById: actor.userId, lastPassStep: step },
  })
  if (written.count !== 1) throw new Error(`Booking ${bookingId} changed under its lock`)
  await writeAudit(tx, actor, now, {
    action: 'booking.checkIn',
    subjectType: 'booking',
    subjectId: bookingId,
    details: { scanId },
  })
}

export function checkInFactsOf(booking: LockedBooking): CheckInFacts {
  return {
    ...booking,
    venueId: booking.seat.venueId,
    timeZone: booking.seat.venue.timeZone,
    earlyCheckInMinutes: booking.rule.earlyCheckInMinutes,
    isPersonVerified: booking.user.verifiedAt !== null,
  }
}
