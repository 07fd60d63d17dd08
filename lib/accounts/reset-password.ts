import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { endSessions } from './end-sessions.ts'
import { hashPassword } from './hash-password.ts'
import { peekAtMailLink, useMailLink, voidMailLinks } from './mail-links.ts'
import type { ResetPasswordInput } from './schema.ts'
import { tellPasswordChanged } from './tell-password-changed.ts'

/**
 * Sets a new password by a link that was sent to the address of the account. Every session ends, and so does what else was
 * on its way by mail. Following the link also proves the address.
 */
export async function resetPassword(
  { token, password }: ResetPasswordInput,
  now: Date,
): Promise<void> {
  // Made-up links must not cost the time of a hash.
  await peekAtMailLink(token, ['resetPassword'], now)
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    const link = await useMailLink(tx, token, ['resetPassword'], now)
    const userId = link.userId!
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    if (user.email !== link.email) throw new DomainError('LINK_VOIDED')
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, emailConfirmedAt: user.emailConfirmedAt ?? now },
    })
    await endSessions(tx, userId)
    await voidMailLinks(tx, userId, ['confirmEmail', 'changeEmail'], now)
    const entry = { action: 'user.resetPassword', subjectType: 'user' as const, subjectId: userId }
    await writeAudit(tx, null, now, entry)
    await tellPasswordChanged(tx, user, now)
  })
}
