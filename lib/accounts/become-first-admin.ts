import { randomUUID } from 'node:crypto'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { endSessions } from './end-sessions.ts'
import { hashPassword } from './hash-password.ts'
import { peekAtMailLink, useMailLink } from './mail-links.ts'
import type { BecomeFirstAdminInput } from './schema.ts'
import { sendEmailConfirmation } from './send-email-confirmation.ts'

/**
 * Whoever has the link from the console becomes an admin under its address. Somebody with this address keeps their account
 * and gets name, password and role: whoever runs the machine vouches for them.
 */
export async function becomeFirstAdmin(
  { token, name, password }: BecomeFirstAdminInput,
  locale: Locale,
  now: Date,
): Promise<{ email: string }> {
  await peekAtMailLink(token, ['firstAdmin'], now)
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const { email } = await useMailLink(tx, token, ['firstAdmin'], now)
    const userId = await settle(tx, { email, name, passwordHash }, locale, now)
    await tx.userRole.createMany({
      data: [{ userId, role: 'admin', grantedAt: now }],
      skipDuplicates: true,
    })
    const entry = { action: 'user.becomeFirstAdmin', subjectType: 'user' as const }
    await writeAudit(tx, null, now, { ...entry, subjectId: userId })
    return { email }
  })
}

async function settle(
  tx: Tx,
  person: { email: string; name: string; passwordHash: string },
  locale: Locale,
  now: Date,
): Promise<string> {
  const { email, name, passwordHash } = person
  const known = await tx.user.findUnique({ where: { email } })
  if (known) {
    await tx.user.update({ where: { id: known.id }, data: { name, passwordHash } })
    await endSessions(tx, known.id)
    return known.id
  }
  const userId = randomUUID()
  await tx.user.create({ data: { ...person, id: userId, locale, createdAt: now } })
  await sendEmailConfirmation(tx, { userId, email, locale }, now)
  return userId
}
