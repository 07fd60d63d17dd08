import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { systemActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { checkInToBooking } from './check-in-to-booking.ts'
import { lockBooking } from './lock-booking.ts'
import { listDueNoShows } from './queries.ts'
import { releaseBooking } from './release-booking.ts'
import { releaseNoShows } from './release-no-shows.ts'
import { restoreBooking } from './restore-booking.ts'

const worker = systemActor('worker')
const startsAt = new Date('2026-11-23T09:00:00Z')
const endsAt = addMinutes(startsAt, 120)
const due = addMinutes(startsAt, 15)

function release(bookingId: string, at = due) {
  return releaseBooking(worker, { bookingId }, at)
}

async function look(id: string) {
  return db().booking.findUniqueOrThrow({ where: { id } })
}

async function releasesOf(bookingId: string): Promise<number> {
  return db().auditEntry.count({ where: { subjectId: bookingId, action: 'booking.release' } })
}

describe('a no-show', () => {
  it('is released once, when its grace is over, and the seat is free at once', async () => {
    const { id, seatId } = await makeBooking({ startsAt, endsAt })
    expect(await release(id, addMinutes(due, -1))).toBe(false)
    const answers = await Promise.all(Array.from({ length: 20 }, () => release(id)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await look(id)).toMatchObject({ releasedAt: due })
    expect(await releasesOf(id)).toBe(1)

    const wish = { key: randomUUID(), seatId, startsAt: due, endsAt }
    await expect(bookSeat(await makeActor(), wish, due)).resolves.toHaveProperty('bookingId')
  })

  it.each([
    ['came', { checkedInAt: startsAt }],
    ['cancelled', { cancelledAt: startsAt }],
    ['was released before', { releasedAt: startsAt }],
  ])('is none who %s', async (_case, facts) => {
    const { id, userId } = await makeBooking({ startsAt, endsAt })
    const by =
      'checkedInAt' in facts
        ? { checkedInById: userId }
        : 'cancelledAt' in facts
          ? { cancelledById: userId }
          : {}
    await db().booking.update({ where: { id }, data: { ...facts, ...by } })
    expect(await release(id)).toBe(false)
    expect(await look(id)).toMatchObject(facts)
    expect(await releasesOf(id)).toBe(0)
  })

  it('has no more grace when the booking was cancelled and brought back', async () => {
    const actor = await makeActor()
    const { id } = await makeBooking({ userId: actor.userId, startsAt, endsAt })
    const before = addMinutes(due, -1)
    await cancelBooking(actor, { key: randomUUID(), bookingId: id }, before)
    await restoreBooking(actor, { key: randomUUID(), bookingId: id }, before)
    expect(await release(id, before)).toBe(false)
    expect(await release(id, due)).toBe(true)
  })

  it('is for the system alone to release', async () => {
    const { id } = await makeBooking({ startsAt, endsAt })
    for (const role of ['member', 'operator', 'librarian', 'admin'] as const) {
      const actor = await makeActor({ role })
      await expect(releaseBooking(actor, { bookingId: id }, due)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
    await expect(releaseBooking(null, { bookingId: id }, due)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('is swept up when its own job was lost', async () => {
    const venue = await makeVenue()
    const far = new Date('2001-01-01T09:00:00Z')
    const lost = await Promise.all(
      [1, 2, 3].map(async () => {
        const seatId = (await makeSeat({ venue })).id
        return makeBooking({ seatId, startsAt: far, endsAt: addMinutes(far, 60) })
      }),
    )
    const sweepAt = addMinutes(far, 15)
    expect((await listDueNoShows(sweepAt, 10)).toSorted()).toEqual(
      lost.map(({ id }) => id).toSorted(),
    )
    expect(await releaseNoShows(worker, sweepAt)).toBe(3)
    expect(await listDueNoShows(sweepAt, 10)).toEqual([])
  })
})

describe('a scan at the very moment of the release', () => {
  it('and the release: one of them has the booking, in whichever order they come', async () => {
    const admin = await makeActor({ role: 'admin' })
    const wins = { scan: 0, release: 0 }
    for (let round = 0; round < 30; round++) {
      const { id } = await makeBooking({ startsAt, endsAt })
      const scan = () =>
        db().$transaction(async (tx) => {
          const booking = await lockBooking(tx, id)
          if (booking?.releasedAt) return false
          await checkInToBooking(
            tx,
            admin,
            { bookingId: id, step: round, scanId: randomUUID() },
            due,
          )
          return true
        })
      const both = round % 2 === 0 ? [scan(), release(id)] : [release(id), scan()].reverse()
      const [isIn, isReleased] = await Promise.all(both)
      expect(isIn).not.toBe(isReleased)
      const { checkedInAt, releasedAt } = await look(id)
      expect([checkedInAt !== null, releasedAt !== null]).toEqual([isIn, isReleased])
      wins[isIn ? 'scan' : 'release']++
    }
    expect(wins.release).toBeGreaterThan(0)
  })

  it('wins when it holds the row, even though the grace is long over', async () => {
    const admin = await makeActor({ role: 'admin' })
    const { id } = await makeBooking({ startsAt, endsAt })
    let releasing: Promise<boolean> | undefined
    await db().$transaction(async (tx) => {
      await lockBooking(tx, id)
      releasing = release(id, addMinutes(due, 60))
      await checkInToBooking(tx, admin, { bookingId: id, step: 1, scanId: randomUUID() }, due)
    })
    expect(await releasing).toBe(false)
    expect(await look(id)).toMatchObject({ releasedAt: null, checkedInAt: due })
  })
})
