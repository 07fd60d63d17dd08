import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { lockPerson } from '#lib/db/locks.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { endSessions } from './end-sessions.ts'
import { hashPassword } from './hash-password.ts'
import { voidMailLinks } from './mail-links.ts'
import { provePassword } from './prove-password.ts'
import type { ChangePasswordInput } from './schema.ts'
import { tellPasswordChanged } from './tell-password-changed.ts'

/** Sets a new password for who knows the old one. Every other session ends; this one goes on. */
export async function changePassword(
  actor: Actor,
  { oldPassword, password }: ChangePasswordInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  const { userId, sessionId } = actor
  const proved = await provePassword(userId, oldPassword)
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    const { count } = await tx.user.updateMany({
      // What was proved is the old one only while nobody has changed it.
      where: { id: userId, passwordHash: proved.passwordHash },
      data: { passwordHash },
    })
    if (count === 0) throw new DomainError('PASSWORD_WRONG')
    await endSessions(tx, userId, sessionId)
    await voidMailLinks(tx, userId, ['resetPassword', 'changeEmail'], now)
    const entry = { action: 'user.changePassword', subjectType: 'user' as const, subjectId: userId }
    await writeAudit(tx, actor, now, entry)
    await tellPasswordChanged(tx, proved, now)
  })
}
