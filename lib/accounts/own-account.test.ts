import { beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { newestMail, tokenMailed } from '#lib/testing/mail.ts'
import { changeEmail } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { confirmEmail } from './confirm-email.ts'
import { endOwnSession } from './end-own-session.ts'
import { hashPassword, verifyPassword } from './hash-password.ts'
import { listOwnSessions } from './list-own-sessions.ts'
import { findActorOfSession } from './queries.ts'
import { requestEmailConfirmation } from './request-email-confirmation.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { updateProfile } from './update-profile.ts'

const now = new Date()
const oldPassword = 'the old words'
const password = 'four other words'

let passwordHash: string
beforeAll(async () => {
  passwordHash = await hashPassword(oldPassword)
})

/** Somebody with a phone and a desktop signed in. */
async function makeAda(given: Parameters<typeof makeUser>[0] = {}) {
  const user = await makeUser({ passwordHash, ...given })
  return { user, phone: await makeActor({ user }), desktop: await makeActor({ user }) }
}

const isSignedIn = async ({ sessionId }: UserActor) =>
  (await findActorOfSession(sessionId, now)) !== null

const load = (id: string) => db().user.findUniqueOrThrow({ where: { id } })

describe('confirmEmail', () => {
  it('confirms the address that the mail went to', async () => {
    const { user, phone } = await makeAda()
    await requestEmailConfirmation(phone, now)
    await confirmEmail(await tokenMailed(user.email, 'confirmEmail'), now)
    expect((await load(user.id)).emailConfirmedAt).toEqual(now)
  })

  it('sends no further mail once it is confirmed', async () => {
    const { user, phone } = await makeAda({ emailConfirmedAt: now })
    await requestEmailConfirmation(phone, now)
    expect(await newestMail(user.email, 'confirmEmail')).toBeNull()
  })

  it('stops sending after five mails in an hour', async () => {
    const { phone } = await makeAda()
    for (let i = 0; i < 5; i++) await requestEmailConfirmation(phone, now)
    await expect(requestEmailConfirmation(phone, now)).rejects.toMatchObject({
      code: 'TOO_MANY_MAILS',
    })
  })
})

describe('changePassword', () => {
  it('sets it, ends the other sessions, keeps this one, and says so by mail', async () => {
    const { user, phone, desktop } = await makeAda()
    await changePassword(desktop, { oldPassword, password }, now)
    expect(await verifyPassword((await load(user.id)).passwordHash, password)).toBe(true)
    expect(await isSignedIn(phone)).toBe(false)
    expect(await isSignedIn(desktop)).toBe(true)
    expect(await newestMail(user.email, 'passwordChanged')).not.toBeNull()
  })

  it('refuses a wrong old password, and after ten of them the right one too', async () => {
    const { phone, desktop } = await makeAda()
    const wrong = { oldPassword: 'no idea', password }
    for (let i = 0; i < 10; i++) {
      await expect(changePassword(desktop, wrong, now)).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
      })
    }
    await expect(changePassword(desktop, { oldPassword, password }, now)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    })
    expect(await isSignedIn(phone)).toBe(true)
  })

  it('lets one of several at once win', async () => {
    const { user, desktop } = await makeAda()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        changePassword(desktop, { oldPassword, password: `${password} ${i}` }, now),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await load(user.id)).sessionVersion).toBe(2)
    expect(await isSignedIn(desktop)).toBe(true)
  })

  it('takes the worth of a link to reset it', async () => {
    const { user, desktop } = await makeAda()
    await requestPasswordReset({ email: user.email }, { address: 'a', locale: 'en' }, now)
    await changePassword(desktop, { oldPassword, password }, now)
    const link = await db().mailLink.findFirstOrThrow({ where: { userId: user.id } })
    expect(link.voidedAt).toEqual(now)
  })
})

describe('changeEmail', () => {
  const next = (user: { email: string }) => ({
    email: `new-${user.email}`,
    currentPassword: oldPassword,
  })

  it('sends a link to the new address and a warning to the old one, and changes nothing yet', async () => {
    const { user, desktop } = await makeAda({ emailConfirmedAt: now })
    await changeEmail(desktop, next(user), now)
    expect(await newestMail(`new-${user.email}`, 'changeEmail')).not.toBeNull()
    expect(await newestMail(user.email, 'emailChangeAsked')).not.toBeNull()
    expect(await load(user.id)).toMatchObject({ email: user.email, emailConfirmedAt: now })
  })

  it('takes effect when the link is followed, and links in the old mailbox lose their worth', async () => {
    const { user, desktop } = await makeAda()
    await requestPasswordReset({ email: user.email }, { address: 'b', locale: 'en' }, now)
    await changeEmail(desktop, next(user), now)
    await confirmEmail(await tokenMailed(`new-${user.email}`, 'changeEmail'), now)
    expect(await load(user.id)).toMatchObject({
      email: `new-${user.email}`,
      emailConfirmedAt: now,
    })
    const live = { userId: user.id, usedAt: null, voidedAt: null }
    expect(await db().mailLink.count({ where: live })).toBe(0)
  })

  it('gives an address to one of those who ask for it', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => makeAda()))
    const wanted = `wanted-${people[0]!.user.email}`
    const tokens: string[] = []
    for (const { desktop } of people) {
      await changeEmail(desktop, { email: wanted, currentPassword: oldPassword }, now)
      tokens.push(await tokenMailed(wanted, 'changeEmail'))
    }
    const outcomes = await Promise.allSettled(tokens.map((token) => confirmEmail(token, now)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(new Set(codes)).toEqual(new Set(['EMAIL_TAKEN']))
  })

  it('refuses a wrong password and the address there is', async () => {
    const { user, desktop } = await makeAda()
    const wrong = { ...next(user), currentPassword: 'no idea' }
    await expect(changeEmail(desktop, wrong, now)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    const same = { email: user.email, currentPassword: oldPassword }
    await expect(changeEmail(desktop, same, now)).rejects.toMatchObject({ code: 'EMAIL_UNCHANGED' })
  })
})

describe('updateProfile', () => {
  it('changes name and language, and writes down what the name was', async () => {
    const { user, phone } = await makeAda({ name: 'Ada' })
    await updateProfile(phone, { name: 'Ada L.', locale: 'ru' }, now)
    expect(await load(user.id)).toMatchObject({ name: 'Ada L.', locale: 'ru' })
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { subjectId: user.id, action: 'user.rename' },
    })
    expect(entry).toMatchObject({ details: {}, personal: { from: 'Ada', to: 'Ada L.' } })
  })

  it('keeps the name that was compared with a document, and changes the language all the same', async () => {
    const { user, phone } = await makeAda({ name: 'Ada', isVerified: true })
    const renamed = updateProfile(phone, { name: 'Eve', locale: 'ru' }, now)
    await expect(renamed).rejects.toMatchObject({ code: 'NAME_VERIFIED' })
    await updateProfile(phone, { name: 'Ada', locale: 'ru' }, now)
    expect(await load(user.id)).toMatchObject({ name: 'Ada', locale: 'ru' })
  })
})

describe('the list of devices', () => {
  it('shows those that are signed in, this one first, and none of another person', async () => {
    const { phone, desktop } = await makeAda()
    await makeAda()
    const listed = await listOwnSessions(phone, now)
    expect(listed.map(({ id }) => id)).toEqual([phone.sessionId, desktop.sessionId])
    expect(listed.map(({ isThis }) => isThis)).toEqual([true, false])
  })

  it('ends one of one’s own and none of another person', async () => {
    const { phone, desktop } = await makeAda()
    const eve = await makeAda()
    await endOwnSession(eve.phone, { sessionId: phone.sessionId }, now)
    expect(await isSignedIn(phone)).toBe(true)
    await endOwnSession(desktop, { sessionId: phone.sessionId }, now)
    expect(await isSignedIn(phone)).toBe(false)
    expect(await listOwnSessions(desktop, now)).toHaveLength(1)
  })

  it('ends all of them at once', async () => {
    const { phone, desktop } = await makeAda()
    await signOutEverywhere(phone, now)
    expect([await isSignedIn(phone), await isSignedIn(desktop)]).toEqual([false, false])
  })
})
