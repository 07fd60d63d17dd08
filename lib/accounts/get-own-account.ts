import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'

export type OwnAccount = {
  name: string
  email: string | null
  isEmailConfirmed: boolean
  isVerified: boolean
  hasPassword: boolean
}

/** What the settings show of one's own account. */
export async function getOwnAccount(actor: Actor): Promise<OwnAccount> {
  assertCan(actor, 'account.manageOwn')
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.userId } })
  return {
    name: user.name,
    email: user.email,
    isEmailConfirmed: user.emailConfirmedAt !== null,
    isVerified: user.verifiedAt !== null,
    hasPassword: user.passwordHash !== null,
  }
}
