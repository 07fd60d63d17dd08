import { describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { findActorOfSession } from './queries.ts'

const now = new Date('2026-11-22T09:00:00.123Z')

async function makeSession(given: Parameters<typeof makeActor>[0] = {}) {
  const actor = await makeActor(given)
  await db().session.update({
    where: { id: actor.sessionId },
    data: { createdAt: now, lastSeenAt: now, expiresAt: addMinutes(now, 60) },
  })
  return actor
}

async function lastSeen(sessionId: string): Promise<Date> {
  const session = await db().session.findUniqueOrThrow({ where: { id: sessionId } })
  return session.lastSeenAt
}

describe('findActorOfSession', () => {
  it('finds the person with name, verification and all roles', async () => {
    const user = await makeUser({ name: 'Zoë', role: 'librarian', isVerified: true })
    await db().userRole.create({ data: { userId: user.id, role: 'member' } })
    const { sessionId } = await makeSession({ user })
    expect(await findActorOfSession(sessionId, now)).toEqual({
      kind: 'user',
      sessionId,
      userId: user.id,
      name: 'Zoë',
      roles: ['member', 'librarian'],
      isVerified: true,
    })
  })

  it('finds a person who has lost every role, without one', async () => {
    const { sessionId, userId } = await makeSession()
    await db().userRole.deleteMany({ where: { userId } })
    expect(await findActorOfSession(sessionId, now)).toMatchObject({ roles: [] })
  })

  it('finds nobody for a session that is not there', async () => {
    expect(await findActorOfSession('00000000-0000-7000-8000-000000000000', now)).toBeNull()
  })

  it('finds nobody once the session was ended', async () => {
    const { sessionId } = await makeSession()
    await db().session.update({ where: { id: sessionId }, data: { revokedAt: now } })
    expect(await findActorOfSession(sessionId, now)).toBeNull()
  })

  it('finds nobody from the instant on at which the session runs out', async () => {
    const { sessionId } = await makeSession()
    const end = addMinutes(now, 60)
    expect(await findActorOfSession(sessionId, new Date(end.getTime() - 1))).not.toBeNull()
    expect(await findActorOfSession(sessionId, end)).toBeNull()
  })

  it('finds nobody once the person’s session version was raised', async () => {
    const { sessionId, userId } = await makeSession()
    await db().user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
    expect(await findActorOfSession(sessionId, now)).toBeNull()
  })

  it('notes a visit when the last note is five minutes old, and not before', async () => {
    const { sessionId } = await makeSession()
    await findActorOfSession(sessionId, new Date(addMinutes(now, 5).getTime() - 1))
    expect(await lastSeen(sessionId)).toEqual(now)
    await findActorOfSession(sessionId, addMinutes(now, 5))
    expect(await lastSeen(sessionId)).toEqual(addMinutes(now, 5))
  })

  it('notes no visit for a session that is over', async () => {
    const { sessionId } = await makeSession()
    await findActorOfSession(sessionId, addMinutes(now, 90))
    expect(await lastSeen(sessionId)).toEqual(now)
  })

  it('lets many requests of one browser note their visit at once', async () => {
    const { sessionId } = await makeSession()
    const later = addMinutes(now, 10)
    const found = await Promise.all(
      Array.from({ length: 20 }, () => findActorOfSession(sessionId, later)),
    )
    expect(found.filter(Boolean)).toHaveLength(20)
    expect(await lastSeen(sessionId)).toEqual(later)
  })
})
