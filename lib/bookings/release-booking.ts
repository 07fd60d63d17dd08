import type { Actor } from '#lib/access/actor.ts'
import { assertSystemCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'

/**
 * Gives the seat of a person who did not come back to the others. Whether anything is to be done is decided by the row
 * itself: a check-in or a cancelling that comes at the same moment waits for it, or it for them, and only one of them finds
 * the booking without a fate. False when there was nothing to do, so a job may run as often as it likes.
 */
export async function releaseBooking(
  actor: Actor,
  { bookingId }: { bookingId: string },
  now: Date,
): Promise<boolean> {
  assertSystemCan(actor, 'booking.release')
  return transaction(async (tx) => {
    const released = await tx.$executeRaw`
      UPDATE bookings SET released_at = ${now}::timestamptz
      WHERE id = ${bookingId}::uuid AND release_due_at <= ${now}::timestamptz
        AND cancelled_at IS NULL AND released_at IS NULL AND checked_in_at IS NULL`
    if (released === 0) return false
    await writeAudit(tx, actor, now, {
      action: 'booking.release',
      subjectType: 'booking',
      subjectId: bookingId,
    })
    return true
  })
}
