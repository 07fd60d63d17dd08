import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { translateDatabaseError } from '#lib/db/refusals.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { withoutDatabase } from '#lib/testing/other-database.ts'
import { hashPassword } from './hash-password.ts'
import { findActorOfSession } from './queries.ts'
import { signIn } from './sign-in.ts'

startEachTestEmpty()

const now = new Date('2026-11-22T09:00:00Z')
const right = { email: 'ada@example.com', password: 'four small words' }
const wrong = { ...right, password: 'four large words' }

// Throttles are kept in memory too once they are spent, so every test comes from an address of its own.
let address = 0
let from: { userAgent: string | null; address: string }
beforeEach(() => {
  from = { userAgent: 'a browser', address: `192.0.2.${++address}` }
})

async function makeAda(given: Parameters<typeof makeUser>[0] = {}) {
  return makeUser({
    email: right.email,
    passwordHash: await hashPassword(right.password),
    ...given,
  })
}

describe('signIn', () => {
  it('starts a session of 30 days for this browser', async () => {
    const ada = await makeAda({ sessionVersion: 3 })
    const { userId, sessionId } = await signIn(right, from, now)
    expect(userId).toBe(ada.id)
    expect(await db().session.findUniqueOrThrow({ where: { id: sessionId } })).toMatchObject({
      userId: ada.id,
      version: 3,
      userAgent: 'a browser',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date('2026-12-22T09:00:00Z'),
      revokedAt: null,
    })
    expect(await findActorOfSession(sessionId, now)).toMatchObject({ userId: ada.id })
  })

  it('starts another session for another browser, and the first goes on', async () => {
    await makeAda()
    const first = await signIn(right, from, now)
    const second = await signIn(right, from, now)
    expect(second.sessionId).not.toBe(first.sessionId)
    expect(await findActorOfSession(first.sessionId, now)).not.toBeNull()
  })

  it('ends the session that this browser had, whosever it was', async () => {
    await makeAda()
    const other = await makeActor()
    const { sessionId } = await signIn(right, { ...from, sessionId: other.sessionId }, now)
    expect(await findActorOfSession(other.sessionId, now)).toBeNull()
    expect(await findActorOfSession(sessionId, now)).not.toBeNull()
  })

  it('ends nothing for a wrong password', async () => {
    await makeAda()
    const other = await makeActor()
    const again = { ...from, sessionId: other.sessionId }
    await expect(signIn(wrong, again, now)).rejects.toThrow('CREDENTIALS_WRONG')
    expect(await findActorOfSession(other.sessionId, now)).not.toBeNull()
  })

  it('cuts what a browser says of itself', async () => {
    await makeAda()
    const { sessionId } = await signIn(right, { ...from, userAgent: 'x'.repeat(5000) }, now)
    const { userAgent } = await db().session.findUniqueOrThrow({ where: { id: sessionId } })
    expect(userAgent).toHaveLength(200)
  })

  it.each([
    ['a wrong password', wrong],
    ['an e-mail that nobody has', { ...right, email: 'nobody@example.com' }],
  ])('refuses %s with the one sentence, and starts nothing', async (_, input) => {
    await makeAda()
    await expect(signIn(input, from, now)).rejects.toMatchObject({
      code: 'CREDENTIALS_WRONG',
      details: {},
    })
    expect(await db().session.count()).toBe(0)
  })

  it('refuses a person without a password, whatever is typed', async () => {
    await makeAda({ passwordHash: null })
    await expect(signIn(right, from, now)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' })
  })

  it('stops guessing at one person after ten wrong passwords, even for the right one', async () => {
    await makeAda()
    for (let i = 0; i < 10; i++) {
      await expect(signIn(wrong, from, now)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' })
    }
    await expect(signIn(right, from, now)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      details: { seconds: expect.any(Number) },
    })
    // The person themselves, elsewhere, is not shut out by it.
    const elsewhere = { ...from, address: '198.51.100.1' }
    expect(await signIn(right, elsewhere, now)).toHaveProperty('sessionId')
  })

  it('counts an e-mail that nobody has like any other', async () => {
    const nobody = { ...right, email: 'nobody@example.com' }
    for (let i = 0; i < 10; i++) await signIn(nobody, from, now).catch(() => {})
    await expect(signIn(nobody, from, now)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
  })

  it('never tires of the right password', async () => {
    await makeAda()
    for (let i = 0; i < 12; i++) await signIn(right, from, now)
    expect(await db().session.count()).toBe(12)
  })

  it('does not take a database that is away for a wrong password', async () => {
    const error = await withoutDatabase(() => signIn(right, from, now).catch((thrown) => thrown))
    expect(translateDatabaseError(error)).toMatchObject({ code: 'UNAVAILABLE' })
  })

  it('writes no e-mail into the table of attempts', async () => {
    await signIn(right, from, now).catch(() => {})
    const keys = (await db().rateLimit.findMany()).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(keys.join(' ')).not.toContain('ada')
  })
})
