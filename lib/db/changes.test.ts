import { afterEach, describe, expect, it } from 'vitest'
import { makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { closeChanges, subscribeToChanges, type Heard } from './changes.ts'
import { db } from './client.ts'

const startsAt = new Date('2026-11-24T09:00:00Z')
const endsAt = new Date('2026-11-24T11:00:00Z')

afterEach(closeChanges)

/** Everything heard from now on, and a way to wait for the next. */
async function listen() {
  const heard: Heard[] = []
  let wake = () => {}
  subscribeToChanges((each) => {
    heard.push(each)
    wake()
  })
  const next = async () => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return heard.shift()
  }
  // The connection is there once something is heard.
  const venue = await makeVenue()
  for (let isThere = false; !isThere;) {
    await db().closure.create({ data: { venueId: venue.id, startsAt, endsAt, reason: 'Drill' } })
    isThere = await Promise.race([next().then(() => true), soon().then(() => false)])
  }
  await soon()
  heard.length = 0
  return { next, heard }
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100))
}

describe('the feed of changes', () => {
  it('tells of a booking, whoever makes it, and of what becomes of it', async () => {
    const seat = await makeSeat()
    const { next, heard } = await listen()
    const plan = { topic: 'plan', venueId: seat.venueId }
    const { id } = await makeBooking({ seatId: seat.id, startsAt, endsAt })
    expect(await next()).toEqual(plan)
    await db().booking.update({ where: { id }, data: { lastPassStep: 7 } })
    await db().booking.update({ where: { id }, data: { releasedAt: startsAt } })
    expect(await next()).toEqual(plan)
    await soon()
    expect(heard).toEqual([])
  })

  it('says that it may have missed something after its connection was lost', async () => {
    const { next } = await listen()
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE '%changes'`
    expect(await next()).toBe('gap')
    const seat = await makeSeat()
    expect(await next()).toEqual({ topic: 'plan', venueId: seat.venueId })
  })
})
