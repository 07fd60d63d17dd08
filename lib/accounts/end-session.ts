import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'

/** Signs this browser out: from the next request on, its cookie and every copy of it are nobody's. */
export async function endSession(actor: Actor, now: Date): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  await db().session.updateMany({
    where: { id: actor.sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: now },
  })
}
