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

describe('registerUser', () => {
  it('makes a member who is not verified, and keeps no password', async () => {
    const { userId } = await registerUser(ada(), now)
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
    const { userId } = await registerUser(ada(), now)
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
    await expect(registerUser(ada(), now)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    expect(await db().user.count()).toBe(1)
  })

  it('gives an e-mail to exactly one of 20 who ask at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => registerUser(ada(), now)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['EMAIL_TAKEN']))
    expect(await db().user.count()).toBe(1)
    expect(await db().auditEntry.count()).toBe(1)
  })

  it('makes one account of a registration that arrives many times at once', async () => {
    const same = ada()
    const results = await Promise.all(Array.from({ length: 10 }, () => registerUser(same, now)))
    expect(new Set(results.map(({ userId }) => userId))).toEqual(new Set([same.key]))
    expect(await db().user.count()).toBe(1)
  })

  it('does not take over somebody’s account by sending their id as the key', async () => {
    const { userId } = await registerUser(ada(), now)
    const foreign = { key: userId, password: 'a wrong guess here' }
    await expect(registerUser(ada(foreign), now)).rejects.toMatchObject({
      code: expect.stringMatching(/^(EMAIL_TAKEN|KEY_REUSED)$/),
    })
    const other = { ...foreign, email: 'eve@example.com' }
    await expect(registerUser(ada(other), now)).rejects.toMatchObject({ code: 'KEY_REUSED' })
  })

  it('leaves nothing behind when it is refused, so the same key may be sent with another e-mail', async () => {
    await makeUser({ email: 'ada@example.com' })
    const first = ada()
    await expect(registerUser(first, now)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    expect(await registerUser({ ...first, email: 'ada@work.example' }, now)).toEqual({
      userId: first.key,
    })
  })
})
