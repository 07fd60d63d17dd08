import type { Actor } from '#lib/access/actor.ts'
import type { Tx } from './client.ts'

/** Writes who did what into the transaction that does it. Personal values go into `personal`, which erasure empties. */
export async function writeAudit(
  tx: Tx,
  actor: Actor,
  now: Date,
  entry: {
    action: string
    subjectType: 'booking' | 'bookingRule' | 'user'
    subjectId: string
    details?: Record<string, string | number | boolean | null>
    personal?: Record<string, string>
  },
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now,
      actorId: actor?.kind === 'user' ? actor.userId : null,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      details: entry.details ?? {},
      ...(entry.personal ? { personal: entry.personal } : {}),
    },
  })
}
