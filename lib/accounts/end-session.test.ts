import { describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { makeActor, makeUser } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { endSession } from './end-session.ts'
import { findActorOfSession } from './queries.ts'

const now = new Date()

describe('endSession', () => {
  it('makes the browser nobody from the next request on', async () => {
    const actor = await makeActor()
    await endSession(actor, now)
    expect(await findActorOfSession(actor.sessionId, now)).toBeNull()
  })

  it('leaves the person’s other browsers signed in', async () => {
    const user = await makeUser()
    const [phone, desktop] = [await makeActor({ user }), await makeActor({ user })]
    await endSession(phone, now)
    expect(await findActorOfSession(desktop.sessionId, now)).not.toBeNull()
  })

  it('keeps the time of the first end when it comes twice', async () => {
    const actor = await makeActor()
    await endSession(actor, now)
    await endSession(actor, addMinutes(now, 5))
    const session = await db().session.findUniqueOrThrow({ where: { id: actor.sessionId } })
    expect(session.revokedAt).toEqual(now)
  })

  it('cannot end the session of another person', async () => {
    const [ada, eve] = [await makeActor(), await makeActor()]
    await endSession({ ...eve, sessionId: ada.sessionId }, now)
    expect(await findActorOfSession(ada.sessionId, now)).not.toBeNull()
  })
})
