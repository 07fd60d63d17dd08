import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { makeThrottle } from '#lib/access/throttle.ts'
import { lockPerson } from '#lib/db/locks.ts'
import { transaction } from '#lib/db/transaction.ts'
import { sendEmailConfirmation } from './send-email-confirmation.ts'

const hour = { seconds: 60 * 60, refusal: 'TOO_MANY_MAILS' } as const
const requests = makeThrottle({ name: 'confirm-email', points: 5, ...hour })

/** Sends the mail that asks for confirmation once more; nothing when the address is confirmed already. */
export async function requestEmailConfirmation(actor: Actor, now: Date): Promise<void> {
  assertCan(actor, 'account.manageOwn')
  const { userId } = actor
  await requests.spend(userId)
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    if (!user.email || user.emailConfirmedAt) return
    await sendEmailConfirmation(tx, { userId, email: user.email, locale: user.locale }, now)
  })
}
