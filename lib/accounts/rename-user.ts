import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { lockUser } from './lock-user.ts'
import type { RenameUserInput } from './schema.ts'

/** An admin corrects a name. A verification stays: who corrects it has the document before them. */
export async function renameUser(
  actor: Actor,
  { userId, name }: RenameUserInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'user.manage')
  await transaction(async (tx) => {
    const { name: from } = await lockUser(tx, userId)
    if (from === name) return
    await tx.user.update({ where: { id: userId }, data: { name } })
    await writeAudit(tx, actor, now, {
      action: 'user.rename',
      subjectType: 'user',
      subjectId: userId,
      personal: { from, to: name },
    })
  })
}
