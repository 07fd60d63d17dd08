import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import type { EndOwnSessionInput } from './schema.ts'

/** Signs one of the person's browsers out, such as a phone that was lost. What is over, or another's, stays as it is. */
export async function endOwnSession(
  actor: Actor,
  { sessionId }: EndOwnSessionInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  await db().session.updateMany({
    where: { id: sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: now },
  })
}
