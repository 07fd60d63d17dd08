import type { Tx } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { writeMail } from '#lib/notices/write-mail.ts'

/** So that a password that somebody else changed does not stay unnoticed. */
export async function tellPasswordChanged(
  tx: Tx,
  user: { id: string; email: string | null; locale: string | null },
  now: Date,
): Promise<void> {
  const { id: userId, email: toEmail, locale } = user
  if (!toEmail) return
  const link = forgotPasswordUrl()
  await writeMail(tx, { kind: 'passwordChanged', userId, toEmail, locale, link }, now)
}

/** No secret: it only asks for a link that is one. */
export function forgotPasswordUrl(): string {
  return new URL('/forgot-password', env().PUBLIC_URL).href
}
