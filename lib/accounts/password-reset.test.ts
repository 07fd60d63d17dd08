import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { newestMail, tokenMailed } from '#lib/testing/mail.ts'
import { changeEmail } from './change-email.ts'
import { hashPassword, verifyPassword } from './hash-password.ts'
import { findActorOfSession } from './queries.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'

startEachTestEmpty()

const now = new Date()
const password = 'four other words'

// Throttles are kept in memory too once they are spent, so every test has people of its own.
let count = 0
let email = ''
beforeEach(() => {
  email = `ada-${++count}@example.com`
})

const from = () => ({ address: `192.0.2.${count}`, locale: 'pl' as const })
const request = (to = email) => requestPasswordReset({ email: to }, from(), now)

async function tokenFor(to = email) {
  await request(to)
  return tokenMailed(to, 'resetPassword')
}

describe('requestPasswordReset', () => {
  it('writes a mail in the language of the person, or else of who asks', async () => {
    await makeUser({ email, locale: 'ru' })
    await request()
    expect(await newestMail(email, 'resetPassword')).toMatchObject({
      locale: 'ru',
      subject: 'Новый пароль для Carrel',
      text: expect.stringContaining('{link}'),
      link: expect.stringMatching(/^http:\/\/localhost:3000\/reset-password\//),
    })
    const other = await makeUser({ email: `other-${email}` })
    await request(other.email)
    expect(await newestMail(other.email, 'resetPassword')).toMatchObject({ locale: 'pl' })
  })

  it('answers an unknown e-mail the same, at the same time, and writes nothing', async () => {
    await makeUser({ email })
    const times = { known: 0, unknown: 0 }
    for (let i = 0; i < 4; i++) {
      times.known += await took(() => request())
      times.unknown += await took(() => request(`nobody-${email}`))
    }
    expect(await db().outboxMail.count()).toBe(4)
    expect(Math.abs(times.known - times.unknown) / 4).toBeLessThan(30)
  })

  it('counts known and unknown alike, and refuses the eleventh in an hour', async () => {
    await makeUser({ email })
    for (const to of [email, `nobody-${email}`]) {
      await Promise.all(Array.from({ length: 10 }, () => request(to)))
      await expect(request(to)).rejects.toMatchObject({ code: 'TOO_MANY_MAILS' })
    }
    const keys = (await db().rateLimit.findMany()).map(({ key }) => key).join(' ')
    expect(keys).not.toContain('ada')
  })
})

describe('resetPassword', () => {
  it('sets the password, ends every session, proves the address and says so by mail', async () => {
    const user = await makeUser({ email, passwordHash: await hashPassword('the old words') })
    const phone = await makeActor({ user })
    await resetPassword({ token: await tokenFor(), password }, now)
    const after = await db().user.findUniqueOrThrow({ where: { id: user.id } })
    expect(await verifyPassword(after.passwordHash, password)).toBe(true)
    expect(after.emailConfirmedAt).toEqual(now)
    expect(await findActorOfSession(phone.sessionId, now)).toBeNull()
    expect(await newestMail(email, 'passwordChanged')).not.toBeNull()
  })

  it('is done by one of 20 who follow the link at once', async () => {
    await makeUser({ email })
    const token = await tokenFor()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => resetPassword({ token, password }, now)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { sessionVersion } = await db().user.findUniqueOrThrow({ where: { email } })
    expect(sessionVersion).toBe(2)
  })

  it('takes the worth of a change of address that was under way', async () => {
    const user = await makeUser({ email, passwordHash: await hashPassword('the old words') })
    const next = { email: `new-${email}`, currentPassword: 'the old words' }
    await changeEmail(await makeActor({ user }), next, now)
    await resetPassword({ token: await tokenFor(), password }, now)
    const [link] = await db().mailLink.findMany({ where: { purpose: 'changeEmail' } })
    expect(link?.voidedAt).toEqual(now)
  })

  it('refuses a link that went to an address which is no longer the person’s', async () => {
    const user = await makeUser({ email })
    const token = await tokenFor()
    await db().user.update({ where: { id: user.id }, data: { email: `new-${email}` } })
    await expect(resetPassword({ token, password }, now)).rejects.toMatchObject({
      code: 'LINK_VOIDED',
    })
  })
})

async function took(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
