import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { lockUser } from './lock-user.ts'
import type { VerifyUserInput } from './schema.ts'

/** Takes a verification back: the door asks for a look at the person again. The log says why. */
export async function unverifyUser(
  actor: Actor,
  { userId, note }: VerifyUserInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'user.manage')
  await transaction(async (tx) => {
    const user = await lockUser(tx, userId)
    if (!user.verifiedAt) return
    await tx.user.update({
      where: { id: userId },
      data: { verifiedAt: null, verifiedById: null, verificationNote: null },
    })
    await writeAudit(tx, actor, now, {
      action: 'user.unverify',
      subjectType: 'user',
      subjectId: userId,
      ...(note ? { personal: { note } } : {}),
    })
  })
}
