import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { endSessions } from './end-sessions.ts'

/** Ends every session of the person, this one too. */
export async function signOutEverywhere(actor: Actor, now: Date): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  const { userId } = actor
  await transaction(async (tx) => {
    await endSessions(tx, userId)
    const entry = { action: 'user.signOutEverywhere', subjectType: 'user' as const }
    await writeAudit(tx, actor, now, { ...entry, subjectId: userId })
  })
}
