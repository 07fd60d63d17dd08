import type { Actor } from '#lib/access/actor.ts'
import { assertSystemCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { linkHours, makeMailLink } from './mail-links.ts'
import type { InviteFirstAdminInput } from './schema.ts'

/**
 * Makes the link by which the first admin of an installation sets name and password; whoever runs the machine reads it on
 * the console. With an admin there, only by force: for a house whose admins have all gone.
 */
export async function inviteFirstAdmin(
  actor: Actor,
  { email, isForced }: InviteFirstAdminInput,
  now: Date,
): Promise<{ link: string; hours: number }> {
  assertSystemCan(actor, 'user.inviteFirstAdmin')
  const admins = await db().userRole.count({ where: { role: 'admin' } })
  if (admins > 0 && !isForced) throw new DomainError('ADMIN_EXISTS', { count: admins })
  const wish = { purpose: 'firstAdmin' as const, userId: null, email }
  const link = await transaction((tx) => makeMailLink(tx, wish, now))
  return { link, hours: linkHours.firstAdmin }
}
