import type { Tx } from '#lib/db/client.ts'
import { defaultLocale, isLocale } from '#lib/i18n/locales.ts'
import type { Messages } from '#lib/i18n/messages.ts'
import { translateKey } from '#lib/i18n/translate.ts'

export type MailKind = keyof Messages['mail']

/** Where the link goes in a text. It is kept apart, so that a page can show the mail and hide the secret. */
export const linkPlaceholder = '{link}'

/**
 * Writes a mail into the transaction that has something to say. No text names the person: anybody may register with the
 * address of another and with a name that says what they like.
 */
export async function writeMail(
  tx: Tx,
  mail: {
    kind: MailKind
    userId: string | null
    toEmail: string
    /** The person's, as the database has it. */
    locale: string | null
    values?: Record<string, string | number>
    link?: string
  },
  now: Date,
): Promise<void> {
  const { kind, userId, toEmail, values = {}, link = null } = mail
  const locale = isLocale(mail.locale) ? mail.locale : defaultLocale
  const write = (part: 'subject' | 'text') =>
    translateKey('mail', `${kind}.${part}`, { ...values, link: linkPlaceholder }, { locale })
  await tx.outboxMail.create({
    data: {
      kind,
      userId,
      toEmail,
      locale,
      subject: write('subject'),
      text: write('text'),
      link,
      createdAt: now,
    },
  })
}
