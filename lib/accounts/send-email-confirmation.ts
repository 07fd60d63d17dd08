import type { Tx } from '#lib/db/client.ts'
import { writeMail } from '#lib/notices/write-mail.ts'
import { linkHours, makeMailLink } from './mail-links.ts'

/** Writes the mail that asks whether an address belongs to its person. */
export async function sendEmailConfirmation(
  tx: Tx,
  person: { userId: string; email: string; locale: string | null },
  now: Date,
): Promise<void> {
  const { userId, email, locale } = person
  const link = await makeMailLink(tx, { purpose: 'confirmEmail', userId, email }, now)
  const values = { hours: linkHours.confirmEmail }
  await writeMail(tx, { kind: 'confirmEmail', userId, toEmail: email, locale, values, link }, now)
}
