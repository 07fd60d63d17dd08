import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { lockUser } from './lock-user.ts'
import type { UpdateProfileInput } from './schema.ts'

/**
 * One's own name and language. The name of a verified person was compared with their document, so they cannot change it
 * themselves: the door would vouch for a name that nobody has looked at.
 */
export async function updateProfile(
  actor: Actor,
  { name, locale }: UpdateProfileInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  const { userId } = actor
  await transaction(async (tx) => {
    const before = await lockUser(tx, userId)
    if (before.verifiedAt && before.name !== name) throw new DomainError('NAME_VERIFIED')
    await tx.user.update({ where: { id: userId }, data: { name, locale } })
    if (before.name === name) return
    await writeAudit(tx, actor, now, {
      action: 'user.rename',
      subjectType: 'user',
      subjectId: userId,
      personal: { from: before.name, to: name },
    })
  })
}
