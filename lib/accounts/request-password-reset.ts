import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeThrottle } from '#lib/access/throttle.ts'
import { db } from '#lib/db/client.ts'
import { lockPerson } from '#lib/db/locks.ts'
import { transaction } from '#lib/db/transaction.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { writeMail } from '#lib/notices/write-mail.ts'
import { linkHours, makeMailLink } from './mail-links.ts'
import type { RequestPasswordResetInput } from './schema.ts'

const hour = { seconds: 60 * 60, refusal: 'TOO_MANY_MAILS' } as const
/** Mails to one person, whoever asks: nobody's mailbox is filled. */
const requestsForEmail = makeThrottle({ name: 'reset', points: 10, ...hour })
/** A whole library may share an address. */
const requestsOfAddress = makeThrottle({ name: 'reset-address', points: 60, ...hour })

/** Writing link and mail takes a tenth of this; an e-mail that nobody has is answered no sooner. */
const answerMs = 300

/** Anybody may ask. An e-mail that nobody has gets the same answer at the same time, and counts the same. */
export async function requestPasswordReset(
  { email }: RequestPasswordResetInput,
  from: { address: string; locale: Locale },
  now: Date,
): Promise<void> {
  const answer = sleep(answerMs)
  await requestsOfAddress.spend(from.address)
  await requestsForEmail.spend(createHash('sha256').update(email).digest('base64url'))
  const user = await db().user.findUnique({ where: { email } })
  if (user) await sendReset({ ...user, email, locale: user.locale ?? from.locale }, now)
  await answer
}

async function sendReset(
  { id: userId, email, locale }: { id: string; email: string; locale: string },
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    await lockPerson(tx, userId)
    // Who was erased, or moved to another address, in this very moment.
    if (!(await tx.user.findUnique({ where: { id: userId, email } }))) return
    const link = await makeMailLink(tx, { purpose: 'resetPassword', userId, email }, now)
    const values = { hours: linkHours.resetPassword }
    await writeMail(
      tx,
      { kind: 'resetPassword', userId, toEmail: email, locale, values, link },
      now,
    )
  })
}
