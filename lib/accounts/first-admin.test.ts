import { describe, expect, it } from 'vitest'
import { systemActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { becomeFirstAdmin } from './become-first-admin.ts'
import { verifyPassword } from './hash-password.ts'
import { inviteFirstAdmin } from './invite-first-admin.ts'
import { findActorOfSession } from './queries.ts'

startEachTestEmpty()

const now = new Date()
const email = 'ada@example.com'
const person = { name: 'Ada', password: 'four small words' }

async function invite(isForced = false) {
  const { link } = await inviteFirstAdmin(systemActor('console'), { email, isForced }, now)
  return link.slice(link.lastIndexOf('/') + 1)
}

describe('inviteFirstAdmin', () => {
  it('refuses while there is an admin, unless it is forced', async () => {
    await makeUser({ role: 'admin' })
    await expect(invite()).rejects.toMatchObject({ code: 'ADMIN_EXISTS', details: { count: 1 } })
    expect(await invite(true)).toMatch(/^[\w-]{43}$/)
  })

  it('takes the worth of the link before', async () => {
    const token = await invite()
    await invite()
    const late = becomeFirstAdmin({ token, ...person }, 'en', now)
    await expect(late).rejects.toMatchObject({ code: 'LINK_VOIDED' })
  })
})

describe('becomeFirstAdmin', () => {
  it('makes the admin once, of 20 who use the link at once', async () => {
    const token = await invite()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => becomeFirstAdmin({ token, ...person }, 'pl', now)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [user] = await db().user.findMany({ include: { roles: true } })
    expect(user).toMatchObject({ email, name: 'Ada', locale: 'pl', emailConfirmedAt: null })
    expect(user!.roles.map(({ role }) => role)).toEqual(['admin'])
    expect(await verifyPassword(user!.passwordHash, person.password)).toBe(true)
  })

  it('lets somebody who has the address keep their account, and ends their sessions', async () => {
    const user = await makeUser({ email, name: 'A.' })
    const phone = await makeActor({ user })
    await becomeFirstAdmin({ token: await invite(), ...person }, 'en', now)
    const found = await db().user.findUniqueOrThrow({ where: { email }, include: { roles: true } })
    expect(found).toMatchObject({ id: user.id, name: 'Ada' })
    expect(found.roles.map(({ role }) => role).toSorted()).toEqual(['admin', 'member'])
    expect(await findActorOfSession(phone.sessionId, now)).toBeNull()
  })
})
