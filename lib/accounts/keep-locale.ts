import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import type { Locale } from '#lib/i18n/locales.ts'

/** The language in which a person is spoken to: in mails, and in browsers in which none was chosen. */
export async function keepLocale(actor: Actor, { locale }: { locale: Locale }): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  await db().user.updateMany({ where: { id: actor.userId, erasedAt: null }, data: { locale } })
}
