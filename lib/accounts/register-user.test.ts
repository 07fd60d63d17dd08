import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeUser } from '#lib/testing/factories.ts'
import { verifyPassword } from './hash-password.ts'
import { registerUser } from './register-user.ts'

startEachTestEmpty()

const now = new Date('2026-11-22T09:00:00Z')

function ada(given: { key?: string; email?: string; password?: string } = {}) {
  return {
    key: randomUUID(),
    name: 'Ada',
    email: 'ada@example.com',
    password: 'four small words',
    ...given,
  }
}

// Throttles are kept in memory too once they are spent, so every sender comes from an address of their own.
let senders = 0
const elsewhere = () => ({ address: `192.0.2.${++senders}` })

describe('registerUser', () => {
  it('makes a member who is not verified, and keeps no password', async () => {
    const { userId } = await registerUser(ada(), elsewhere(), now)
    const user = await db().user.findUniqueOrThrow({
      where: { id: userId },
      include: { roles: true },
    })
    expect(user).toMatchObject({
      name: 'Ada',
      email: 'ada@example.com',
      verifiedAt: null,
      createdAt: now,
    })
    expect(user.roles.map(({ role }) => role)).toEqual(['member'])
    expect(user.passwordHash).not.toContain('four')
    expect(await verifyPassword(user.passwordHash, 'four small words')).toBe(true)
  })

  it('is written down, without a personal value', async () => {
    const { userId } = await registerUser(ada(), elsewhere(), now)
    const entry = await db().auditEntry.findFirstOrThrow()
    expect(entry).toMatchObject({
      action: 'user.register',
      subjectId: userId,
      at: now,
      personal: null,
    })
  })

  it('refuses an e-mail that somebody has', async () => {
    await makeUser({ email: 'ada@example.com' })
    await expect(registerUser(ada(), elsewhere(), now)).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
    })
    expect(await db().user.count()).toBe(1)
  })

  it('gives an e-mail to exactly one of 20 who ask at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => registerUser(ada(), elsewhere(), now)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['EMAIL_TAKEN']))
    expect(await db().user.count()).toBe(1)
    expect(await db().auditEntry.count()).toBe(1)
  })

  it('makes one account of a registration that arrives many times at once', async () => {
    const same = ada()
    const results = await Promise.all(
      Array.from({ length: 10 }, () => registerUser(same, elsewhere(), now)),
    )
    expect(new Set(results.map(({ userId }) => userId))).toEqual(new Set([same.key]))
    expect(await db().user.count()).toBe(1)
  })

  it('does not take over somebody’s account by sending their id as the key', async () => {
    const { userId } = await registerUser(ada(), elsewhere(), now)
    const foreign = { key: userId, password: 'a wrong guess here' }
    await expect(registerUser(ada(foreign), elsewhere(), now)).rejects.toMatchObject({
      code: expect.stringMatching(/^(EMAIL_TAKEN|KEY_REUSED)$/),
    })
    const other = { ...foreign, email: 'eve@example.com' }
    await expect(registerUser(ada(other), elsewhere(), now)).rejects.toMatchObject({
      code: 'KEY_REUSED',
    })
  })

  it('leaves nothing behind when it is refused, so the same key may be sent with another e-mail', async () => {
    await makeUser({ email: 'ada@example.com' })
    const first = ada()
    await expect(registerUser(first, elsewhere(), now)).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
    })
    expect(await registerUser({ ...first, email: 'ada@work.example' }, elsewhere(), now)).toEqual({
      userId: first.key,
    })
  })

  it('takes ten tries an hour at one e-mail from one address, right or wrong, and says how long to wait', async () => {
    await makeUser({ email: 'ada@example.com' })
    const here = elsewhere()
    for (let i = 0; i < 10; i++) {
      await expect(registerUser(ada(), here, now)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    }
    const refusal = { code: 'TOO_MANY_REGISTRATIONS', details: { minutes: 60 } }
    await expect(registerUser(ada(), here, now)).rejects.toMatchObject(refusal)
    // A stranger's tries shut nobody out who sits elsewhere, and the e-mail is free or taken as before.
    await expect(registerUser(ada(), elsewhere(), now)).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
    })
    expect(await registerUser(ada({ email: 'eve@example.com' }), here, now)).toHaveProperty(
      'userId',
    )
  })

  it('answers a taken and a free e-mail alike once the tries are spent', async () => {
    await makeUser({ email: 'ada@example.com' })
    const here = elsewhere()
    await spendTries(here.address)
    for (const email of ['ada@example.com', 'free@example.com']) {
      await expect(registerUser(ada({ email }), here, now)).rejects.toMatchObject({
        code: 'TOO_MANY_REGISTRATIONS',
      })
    }
    expect(await db().user.count()).toBe(1)
  })

  it('writes no e-mail into the table of attempts', async () => {
    await registerUser(ada(), elsewhere(), now)
    const keys = (await db().rateLimit.findMany()).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(keys.join(' ')).not.toContain('ada')
  })
})

/** All that an address may try in an hour: sixty accounts that were made from it. */
async function spendTries(address: string): Promise<void> {
  const expire = Date.now() + 30 * 60_000
  await db().rateLimit.create({ data: { key: `register-address:${address}`, points: 60, expire } })
}
