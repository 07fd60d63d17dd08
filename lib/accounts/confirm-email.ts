import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { useMailLink, voidMailLinks } from './mail-links.ts'

/** Whoever has the link reads the mail of its address: confirms it, or lets the account have it when that was asked for. */
export async function confirmEmail(token: string, now: Date): Promise<{ email: string }> {
  return transaction(async (tx) => {
    const link = await useMailLink(tx, token, ['confirmEmail', 'changeEmail'], now)
    const { purpose, email } = link
    const userId = link.userId!
    if (purpose === 'changeEmail') await giveEmail(tx, userId, email, now)
    else await markConfirmed(tx, userId, email, now)
    const action = purpose === 'changeEmail' ? 'user.changeEmail' : 'user.confirmEmail'
    const entry = { action, subjectType: 'user' as const, subjectId: userId }
    await writeAudit(tx, null, now, entry)
    return { email }
  })
}

async function markConfirmed(tx: Tx, userId: string, email: string, now: Date): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, email },
    data: { emailConfirmedAt: now },
  })
  if (count === 0) throw new DomainError('LINK_VOIDED')
}

/** The unique constraint says whether somebody got it meanwhile. Links that lie in the old mailbox are worth nothing now. */
async function giveEmail(tx: Tx, userId: string, email: string, now: Date): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { email, emailConfirmedAt: now } })
  await voidMailLinks(tx, userId, ['confirmEmail', 'resetPassword'], now)
}
