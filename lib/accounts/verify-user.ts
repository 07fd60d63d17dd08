import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { lockUser } from './lock-user.ts'
import type { VerifyUserInput } from './schema.ts'

/** An admin has compared the person with their document. Who is verified already stays so, by whom it was. */
export async function verifyUser(
  actor: Actor,
  { userId, note }: VerifyUserInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'user.manage')
  await transaction(async (tx) => {
    const user = await lockUser(tx, userId)
    if (user.verifiedAt) return
    await tx.user.update({
      where: { id: userId },
      data: { verifiedAt: now, verifiedById: actor.userId, verificationNote: note || null },
    })
    await writeAudit(tx, actor, now, {
      action: 'user.verify',
      subjectType: 'user',
      subjectId: userId,
      ...(note ? { personal: { note } } : {}),
    })
  })
}
