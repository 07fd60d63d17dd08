import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { writeMail } from '#lib/notices/write-mail.ts'
import { lockUser } from './lock-user.ts'
import { linkHours, makeMailLink } from './mail-links.ts'
import { provePassword } from './prove-password.ts'
import type { ChangeEmailInput } from './schema.ts'
import { forgotPasswordUrl } from './tell-password-changed.ts'

/**
 * Asks for another address: a link goes to the new one, a warning to the old one. It takes effect when the link is
 * followed, and only then does the unique constraint say whether the address is free: before, the answer would tell whose
 * addresses we know.
 */
export async function changeEmail(
  actor: Actor,
  { email, currentPassword }: ChangeEmailInput,
  now: Date,
): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  const { userId } = actor
  const { email: oldEmail, locale } = await provePassword(userId, currentPassword)
  if (email === oldEmail) throw new DomainError('EMAIL_UNCHANGED')
  await transaction(async (tx) => {
    await lockUser(tx, userId)
    const link = await makeMailLink(tx, { purpose: 'changeEmail', userId, email }, now)
    const mail = { userId, locale }
    const values = { hours: linkHours.changeEmail }
    await writeMail(tx, { ...mail, kind: 'changeEmail', toEmail: email, values, link }, now)
    if (oldEmail) {
      const warning = { toEmail: oldEmail, link: forgotPasswordUrl() }
      await writeMail(tx, { ...mail, ...warning, kind: 'emailChangeAsked' }, now)
    }
    const entry = { action: 'user.askNewEmail', subjectType: 'user' as const, subjectId: userId }
    await writeAudit(tx, actor, now, entry)
  })
}
