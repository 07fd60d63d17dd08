import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { writeMail } from '#lib/notices/write-mail.ts'
import { endSessions } from './end-sessions.ts'
import { lockUser } from './lock-user.ts'
import { voidMailLinks } from './mail-links.ts'
import type { SetUserEmailInput } from './schema.ts'
import { sendEmailConfirmation } from './send-email-confirmation.ts'

/**
 * An admin gives a person another address, such as one whose mailbox is gone. It has to be confirmed anew; links in the old
 * mailbox and all sessions lose their worth, and the old address is told.
 */
export async function setUserEmail(
  actor: Actor,
  { userId, email }: SetUserEmailInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'user.manage')
  await transaction(async (tx) => {
    const { email: from, locale } = await lockUser(tx, userId)
    if (from === email) return
    await tx.user.update({ where: { id: userId }, data: { email, emailConfirmedAt: null } })
    await endSessions(tx, userId)
    await voidMailLinks(tx, userId, ['changeEmail', 'resetPassword'], now)
    await sendEmailConfirmation(tx, { userId, email, locale }, now)
    if (from) {
      await writeMail(tx, { kind: 'emailChanged', userId, toEmail: from, locale }, now)
    }
    await writeAudit(tx, actor, now, {
      action: 'user.setEmail',
      subjectType: 'user',
      subjectId: userId,
      personal: { from: from ?? '', to: email },
    })
  })
}
