import { describe, expect, it } from 'vitest'
import { listAudit } from '#lib/audit/list-audit.ts'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { newestMail } from '#lib/testing/mail.ts'
import { getUser } from './get-user.ts'
import { findActorOfSession } from './queries.ts'
import { renameUser } from './rename-user.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { setRoles } from './set-roles.ts'
import { setUserEmail } from './set-user-email.ts'
import { unverifyUser } from './unverify-user.ts'
import { verifyUser } from './verify-user.ts'

startEachTestEmpty()

const now = new Date()

async function arrange() {
  const admin = await makeActor({ role: 'admin', name: 'Barbara' })
  const user = await makeUser({ name: 'Ada' })
  const phone = await makeActor({ user })
  return { admin, user, phone, userId: user.id }
}

const isSignedIn = async ({ sessionId }: { sessionId: string }) =>
  (await findActorOfSession(sessionId, now)) !== null

async function entriesAbout(subjectId: string) {
  return db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
}

describe('verifyUser and unverifyUser', () => {
  it('write who, when and why, and keep the note where erasure finds it', async () => {
    const { admin, userId } = await arrange()
    await verifyUser(admin, { userId, note: 'library card' }, now)
    expect((await getUser(admin, { userId }, now)).verified).toEqual({
      at: now,
      by: 'Barbara',
      note: 'library card',
    })
    await unverifyUser(admin, { userId, note: 'another person' }, now)
    expect((await getUser(admin, { userId }, now)).verified).toBeNull()
    expect(await entriesAbout(userId)).toMatchObject([
      { action: 'user.verify', actorId: admin.userId, personal: { note: 'library card' } },
      { action: 'user.unverify', actorId: admin.userId, personal: { note: 'another person' } },
    ])
  })

  it('count once, however often they arrive', async () => {
    const { admin, userId } = await arrange()
    await Promise.all(
      Array.from({ length: 20 }, () => verifyUser(admin, { userId, note: '' }, now)),
    )
    expect(await entriesAbout(userId)).toHaveLength(1)
  })
})

describe('setRoles', () => {
  it('gives and takes, signs the person out, and writes what changed', async () => {
    const { admin, userId, phone } = await arrange()
    await setRoles(admin, { userId, roles: ['librarian', 'operator', 'librarian'] }, now)
    expect((await getUser(admin, { userId }, now)).roles).toEqual(['operator', 'librarian'])
    expect(await isSignedIn(phone)).toBe(false)
    expect(await entriesAbout(userId)).toMatchObject([
      { action: 'user.setRoles', details: { granted: 'librarian operator', revoked: 'member' } },
    ])
  })

  it('does nothing, and signs nobody out, when they are as wished', async () => {
    const { admin, userId, phone } = await arrange()
    await setRoles(admin, { userId, roles: ['member'] }, now)
    expect(await isSignedIn(phone)).toBe(true)
    expect(await entriesAbout(userId)).toEqual([])
  })

  it('does not take the role from the last admin', async () => {
    const { admin } = await arrange()
    const alone = setRoles(admin, { userId: admin.userId, roles: ['member'] }, now)
    await expect(alone).rejects.toMatchObject({ code: 'LAST_ADMIN' })
    await makeUser({ role: 'admin' })
    await setRoles(admin, { userId: admin.userId, roles: ['member'] }, now)
  })

  it('leaves one admin when 20 give up the role at once', async () => {
    const admins = await Promise.all(Array.from({ length: 20 }, () => makeActor({ role: 'admin' })))
    const outcomes = await Promise.allSettled(
      admins.map((one) => setRoles(one, { userId: one.userId, roles: [] }, now)),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await db().userRole.count({ where: { role: 'admin' } })).toBe(1)
  })
})

describe('renameUser', () => {
  it('changes the name, keeps the verification and the sessions', async () => {
    const { admin, userId, phone } = await arrange()
    await verifyUser(admin, { userId, note: '' }, now)
    await renameUser(admin, { userId, name: 'Ada L.' }, now)
    expect(await getUser(admin, { userId }, now)).toMatchObject({
      name: 'Ada L.',
      verified: { by: 'Barbara' },
    })
    expect(await isSignedIn(phone)).toBe(true)
  })
})

describe('setUserEmail', () => {
  it('asks the new address to confirm, tells the old one, and ends sessions and links', async () => {
    const { admin, user, userId, phone } = await arrange()
    await requestPasswordReset({ email: user.email }, { address: 'x', locale: 'en' }, now)
    const email = `new-${user.email}`
    await setUserEmail(admin, { userId, email }, now)
    expect(await getUser(admin, { userId }, now)).toMatchObject({ email, isEmailConfirmed: false })
    expect(await newestMail(email, 'confirmEmail')).not.toBeNull()
    expect(await newestMail(user.email, 'emailChanged')).not.toBeNull()
    expect(await isSignedIn(phone)).toBe(false)
    const live = { userId, usedAt: null, voidedAt: null }
    expect(await db().mailLink.findMany({ where: live })).toMatchObject([
      { purpose: 'confirmEmail' },
    ])
    const [entry] = await entriesAbout(userId)
    expect(entry).toMatchObject({ details: {}, personal: { from: user.email, to: email } })
  })

  it('refuses the address of another, and leaves nothing behind', async () => {
    const { admin, userId, phone } = await arrange()
    const { email } = await makeUser()
    await expect(setUserEmail(admin, { userId, email }, now)).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
    })
    expect(await isSignedIn(phone)).toBe(true)
    expect(await db().outboxMail.count()).toBe(0)
  })
})

describe('listAudit', () => {
  it('finds by who did it, whom it was about, action and time', async () => {
    const { admin, userId } = await arrange()
    await verifyUser(admin, { userId, note: 'card' }, new Date('2026-01-01T10:00:00Z'))
    await renameUser(admin, { userId, name: 'Ada L.' }, new Date('2026-01-02T10:00:00Z'))
    await renameUser(admin, { userId: admin.userId, name: 'Basia' }, now)
    const actionsFor = async (filter: Parameters<typeof listAudit>[1]) =>
      (await listAudit(admin, filter)).entries.map(({ action }) => action)
    expect(await actionsFor({ about: 'ada' })).toEqual(['user.rename', 'user.verify'])
    expect(await actionsFor({ about: userId, action: 'user.verify' })).toEqual(['user.verify'])
    expect(await actionsFor({ by: 'nobody of this name' })).toEqual([])
    const day = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-01-02T00:00:00Z') }
    expect(await listAudit(admin, { by: 'basia', ...day })).toMatchObject({
      count: 1,
      entries: [
        {
          actor: { name: 'Basia' },
          subject: { id: userId, name: 'Ada L.' },
          personal: { note: 'card' },
        },
      ],
    })
  })

  it('turns pages without losing or repeating an entry, though new ones come', async () => {
    const { admin, userId } = await arrange()
    const entry = { at: now, action: 'user.verify', subjectType: 'user', subjectId: userId }
    await db().auditEntry.createMany({ data: Array.from({ length: 120 }, () => entry) })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listAudit(admin, { after })
      seen.push(...page.entries.map(({ id }) => id))
      await db().auditEntry.create({ data: entry })
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})
