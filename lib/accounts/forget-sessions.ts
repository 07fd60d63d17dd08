import type { Actor } from '#lib/access/actor.ts'
import { assertSystemCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'

/**
 * Forgets sessions that ran out: their cookies are worth nothing, and who signed in when is no fact that the house keeps.
 * One that was ended early stays until then, so that its end can still be looked at. Returns how many.
 */
export async function forgetSessions(actor: Actor, now: Date): Promise<number> {
  assertSystemCan(actor, 'session.forget')
  const { count } = await db().session.deleteMany({ where: { expiresAt: { lte: now } } })
  return count
}
