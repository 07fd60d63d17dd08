import type { UserActor } from '#lib/access/actor.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'

/** Frees the seat, under the caller's lock. */
export async function writeCancelling(
  tx: Tx,
  by: UserActor,
  bookingId: string,
  now: Date,
  reason?: string,
): Promise<void> {
  await tx.booking.update({
    where: { id: bookingId },
    data: { cancelledAt: now, cancelledById: by.userId, passVersion: { increment: 1 } },
  })
  await writeAudit(tx, by, now, {
    action: 'booking.cancel',
    subjectType: 'booking',
    subjectId: bookingId,
    ...(reason ? { personal: { reason } } : {}),
  })
}
