import { expect, it } from 'vitest'
import { systemActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor } from '#lib/testing/factories.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { addMinutes } from '#lib/time.ts'
import { forgetSessions } from './forget-sessions.ts'

startEachTestEmpty()

const worker = systemActor('worker')
const now = new Date('2026-11-22T09:00:00Z')

it('forgets sessions that ran out, to the instant, and no other, not even one that was ended', async () => {
  const [over, live, ended] = [await makeActor(), await makeActor(), await makeActor()]
  const expiresAt = addMinutes(now, 1)
  await db().session.update({ where: { id: over.sessionId }, data: { expiresAt: now } })
  await db().session.update({ where: { id: live.sessionId }, data: { expiresAt } })
  await db().session.update({
    where: { id: ended.sessionId },
    data: { expiresAt, revokedAt: addMinutes(now, -5) },
  })
  expect(await forgetSessions(worker, now)).toBe(1)
  expect(await forgetSessions(worker, now)).toBe(0)
  const left = await db().session.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id).toSorted()).toEqual([live.sessionId, ended.sessionId].toSorted())
})
