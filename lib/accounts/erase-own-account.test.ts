import { describe, expect, it } from 'vitest'
import { bookSeat } from '#lib/bookings/book-seat.ts'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeBooking, makeSeat, makeUser } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { changeEmail } from './change-email.ts'
import { eraseOwnAccount } from './erase-own-account.ts'
import { hashPassword } from './hash-password.ts'
import { findActorOfSession } from './queries.ts'
import { registerUser } from './register-user.ts'
import { renameUser } from './rename-user.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { setUserEmail } from './set-user-email.ts'
import { startSession } from './start-session.ts'
import { updateProfile } from './update-profile.ts'
import { verifyUser } from './verify-user.ts'

startEachTestEmpty()

const now = new Date()
const currentPassword = 'four small words'
// Throttles are kept in memory too once they are spent.
let count = 0

/** Somebody who has left traces in all places: names, addresses, notes, devices, tickets, another provider. */
async function arrangeQuasimodo() {
  const key = crypto.randomUUID()
  const person = { name: 'Quasimodo', email: 'quasimodo@example.com', password: currentPassword }
  await registerUser({ ...person, key }, { address: `192.0.2.${++count}` }, now)
  const session = { userId: key, version: 1, userAgent: 'Quasimodo Browser' }
  const { sessionId } = await startSession(session, now)
  const actor = (await findActorOfSession(sessionId, now))!
  await updateProfile(actor, { name: 'Quasimodo of Paris', locale: 'pl' }, now)
  const wish = { email: 'quasimodo@new.example', currentPassword }
  await changeEmail(actor, wish, now)
  const admin = await makeActor({ role: 'admin', name: 'Barbara' })
  await verifyUser(admin, { userId: key, note: 'Quasimodo has a bell' }, now)
  await renameUser(admin, { userId: key, name: 'Quasimodo II' }, now)
  await setUserEmail(admin, { userId: key, email: 'quasimodo@other.example' }, now)
  const from = { address: '192.0.2.1', locale: 'en' as const }
  await requestPasswordReset({ email: 'quasimodo@other.example' }, from, now)
  const linkedAt = now
  await db().identity.create({
    data: { userId: key, provider: 'x', subject: 'Quasimodo', email: 'quasimodo@x', linkedAt },
  })
  const picture = { width: 1, height: 1, bytes: 1, madeById: key, createdAt: now }
  const avatar = await db().picture.create({ data: { ...picture, kind: 'avatar' } })
  const shot = await db().picture.create({ data: { ...picture, kind: 'ticket' } })
  await db().user.update({ where: { id: key }, data: { avatarId: avatar.id } })
  await db().ticket.create({
    data: {
      kind: 'other',
      subject: 'Quasimodo asks',
      authorId: key,
      createdAt: now,
      updatedAt: now,
      seenAt: now,
      messages: {
        create: { authorId: key, text: 'I am Quasimodo', writtenAt: now, pictureId: shot.id },
      },
    },
  })
  return { actor, admin }
}

describe('eraseOwnAccount', () => {
  it('leaves the name, the addresses and the words of the person in no column of any table', async () => {
    const { actor } = await arrangeQuasimodo()
    expect(await tablesThatSay('quasimodo')).toEqual(
      expect.arrayContaining([
        'audit_entries',
        'identities',
        'mail_links',
        'outbox_mails',
        'sessions',
        'ticket_messages',
        'tickets',
        'users',
      ]),
    )
    await eraseOwnAccount(actor, { currentPassword }, now)
    expect(await tablesThatSay('quasimodo')).toEqual([])
  })

  it('keeps the facts: that somebody was there, was verified, and who did what', async () => {
    const { actor, admin } = await arrangeQuasimodo()
    await eraseOwnAccount(actor, { currentPassword }, now)
    const user = await db().user.findUniqueOrThrow({ where: { id: actor.userId } })
    expect(user).toMatchObject({ name: '', email: null, erasedAt: now, verifiedAt: now })
    expect(user.verifiedById).toBe(admin.userId)
    const actions = await db().auditEntry.findMany({ where: { subjectId: actor.userId } })
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['user.register', 'user.verify', 'user.erase']),
    )
    expect(await db().picture.count({ where: { removedAt: null } })).toBe(0)
    expect(await db().mailLink.count({ where: { usedAt: null, voidedAt: null } })).toBe(0)
  })

  it('gives back what lies ahead and the seat that the person sits on, and keeps what was', async () => {
    const { actor } = await arrangeQuasimodo()
    const { userId } = actor
    const times = (hours: number) => ({
      startsAt: addMinutes(now, 60 * hours),
      endsAt: addMinutes(now, 60 * (hours + 2)),
    })
    const checkedIn = { checkedInAt: addMinutes(now, -50), checkedInById: userId }
    const past = await makeBooking({ ...times(-5), userId })
    const running = await makeBooking({ ...times(-1), userId, ...checkedIn })
    const ahead = await makeBooking({ ...times(24), userId })
    await eraseOwnAccount(actor, { currentPassword }, now)
    const load = (id: string) => db().booking.findUniqueOrThrow({ where: { id } })
    expect(await load(past.id)).toEqual(past)
    expect(await load(running.id)).toMatchObject({ leftAt: now, occupiedUntil: now })
    expect(await load(ahead.id)).toMatchObject({ cancelledAt: now, cancelledById: userId })
    const other = await makeActor()
    const wish = { seatId: ahead.seatId, startsAt: ahead.startsAt, endsAt: ahead.endsAt }
    const again = await makeBooking({ ...wish, userId: other.userId })
    expect(again.seatId).toBe(ahead.seatId)
  })

  it('asks for the password, and lets the last admin stay', async () => {
    const passwordHash = await hashPassword(currentPassword)
    const admin = await makeActor({ role: 'admin', passwordHash })
    const wrong = eraseOwnAccount(admin, { currentPassword: 'no idea' }, now)
    await expect(wrong).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    const last = eraseOwnAccount(admin, { currentPassword }, now)
    await expect(last).rejects.toMatchObject({ code: 'LAST_ADMIN' })
    await makeUser({ role: 'admin' })
    await eraseOwnAccount(admin, { currentPassword }, now)
    expect(await findActorOfSession(admin.sessionId, now)).toBeNull()
  })

  it('leaves no seat with who is booking at the same moment', async () => {
    const { actor } = await arrangeQuasimodo()
    const seats = await Promise.all(Array.from({ length: 10 }, () => makeSeat()))
    const startsAt = new Date(Math.ceil(now.getTime() / 86_400_000 + 1) * 86_400_000)
    const endsAt = addMinutes(startsAt, 60)
    await Promise.allSettled([
      ...seats.map(({ id: seatId }) =>
        bookSeat(actor, { key: crypto.randomUUID(), seatId, startsAt, endsAt }, now),
      ),
      eraseOwnAccount(actor, { currentPassword }, now),
    ])
    const { userId } = actor
    expect(await db().booking.count({ where: { userId, cancelledAt: null } })).toBe(0)
  })
})

/** Every table that holds the word anywhere, in whatever column. */
async function tablesThatSay(word: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'pgboss') AND tablename <> '_prisma_migrations'
    ORDER BY schemaname, tablename`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<[{ isThere: boolean }]>(
      `SELECT EXISTS (SELECT FROM ${name} t WHERE t::text ILIKE $1) AS "isThere"`,
      `%${word}%`,
    )
    if (row.isThere) found.push(name.replace('public.', ''))
  }
  return found
}
