import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { listOwnBookings } from './queries.ts'
import { restoreBooking } from './restore-booking.ts'

const now = new Date('2026-11-23T09:07:00Z')
const startsAt = new Date('2026-11-24T09:00:00Z')
const endsAt = addMinutes(startsAt, 120)

let member: UserActor
let seatId: string
let bookingId: string

beforeEach(async () => {
  member = await makeActor()
  seatId = (await makeSeat()).id
  const input = { key: randomUUID(), seatId, startsAt, endsAt }
  bookingId = (await bookSeat(member, input, now)).bookingId
})

function cancel(at = now, { actor = member, key = randomUUID() as string, id = bookingId } = {}) {
  return cancelBooking(actor, { key, bookingId: id }, at)
}

function restore(at = now, { actor = member, key = randomUUID() as string, id = bookingId } = {}) {
  return restoreBooking(actor, { key, bookingId: id }, at)
}

async function look() {
  return db().booking.findUniqueOrThrow({ where: { id: bookingId } })
}

describe('cancelling', () => {
  it('frees the seat and the person at once and makes the old pass worthless', async () => {
    await cancel()
    expect(await look()).toMatchObject({
      cancelledAt: now,
      cancelledById: member.userId,
      passVersion: 2,
    })
    const other = await makeActor()
    const wish = { key: randomUUID(), seatId, startsAt, endsAt }
    await expect(bookSeat(other, wish, now)).resolves.toHaveProperty('bookingId')
    const elsewhere = { ...wish, key: randomUUID(), seatId: (await makeSeat()).id }
    await expect(bookSeat(member, elsewhere, now)).resolves.toHaveProperty('bookingId')
  })

  it('counts once however often the same wish arrives, and is refused as a second wish', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => cancel(now, { key })))
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ bookingId })))
    expect(await look()).toMatchObject({ passVersion: 2 })
    await expect(cancel()).rejects.toMatchObject({ code: 'BOOKING_CANCELLED' })
  })

  it('is allowed while nobody came, until the end', async () => {
    await expect(cancel(addMinutes(endsAt, -1))).resolves.toEqual({ bookingId })
  })

  it.each([
    ['is over', {}, endsAt, 'BOOKING_ENDED', { at: endsAt, timeZone: 'Europe/Berlin' }],
    ['was released', { releasedAt: startsAt }, startsAt, 'BOOKING_RELEASED', { grace: 15 }],
    ['has its person in', { checkedInAt: startsAt }, startsAt, 'BOOKING_CHECKED_IN', {}],
    [
      'was left',
      { checkedInAt: startsAt, leftAt: addMinutes(startsAt, 5) },
      addMinutes(startsAt, 9),
      'BOOKING_ENDED',
      { at: addMinutes(startsAt, 5), timeZone: 'Europe/Berlin' },
    ],
  ] as const)('is refused for a booking that %s', async (_case, facts, at, code, details) => {
    const by = {
      ...('checkedInAt' in facts ? { checkedInById: member.userId } : {}),
      ...('leftAt' in facts ? { leftById: member.userId } : {}),
    }
    await db().booking.update({ where: { id: bookingId }, data: { ...facts, ...by } })
    await expect(cancel(at)).rejects.toMatchObject({ code, details })
  })

  it('never touches a booking of somebody else, or one that is not there', async () => {
    const stranger = await makeActor()
    await expect(cancel(now, { actor: stranger })).rejects.toMatchObject({
      code: 'BOOKING_NOT_FOUND',
    })
    await expect(cancel(now, { id: randomUUID() })).rejects.toMatchObject({
      code: 'BOOKING_NOT_FOUND',
    })
    for (const role of ['admin', 'operator', 'librarian'] as const) {
      const actor = await makeActor({ role })
      await expect(cancel(now, { actor })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await look()).toMatchObject({ cancelledAt: null })
  })
})

describe('bringing back', () => {
  const later = addMinutes(now, 3)

  it('gives the booking back with a new pass, a new grace and a new job, and keeps both facts', async () => {
    await cancel()
    await restore(later)
    expect(await look()).toMatchObject({
      cancelledAt: null,
      cancelledById: null,
      passVersion: 3,
      releaseDueAt: addMinutes(startsAt, 15),
    })
    const trail = await db().auditEntry.findMany({
      where: { subjectId: bookingId },
      orderBy: { id: 'asc' },
    })
    expect(trail.map(({ action }) => action)).toEqual([
      'booking.make',
      'booking.cancel',
      'booking.restore',
    ])
    expect(trail[2]!.details).toEqual({ cancelledAt: now.toISOString() })
    const jobs = await db().$queryRaw<unknown[]>`
      SELECT FROM pgboss.job WHERE data ->> 'bookingId' = ${bookingId}`
    expect(jobs).toHaveLength(2)
  })

  it('renews no grace: whoever cancels and brings back keeps no seat that nobody comes to', async () => {
    await cancel()
    const lastMoment = addMinutes(startsAt, 14)
    await restore(lastMoment)
    const dueAt = addMinutes(startsAt, 15)
    expect(await look()).toMatchObject({ releaseDueAt: dueAt })
    await cancel(lastMoment)
    expect((await listOwnBookings(member, lastMoment))[0]).toMatchObject({ canRestore: true })
    expect((await listOwnBookings(member, dueAt))[0]).toMatchObject({ canRestore: false })
    await expect(restore(dueAt)).rejects.toMatchObject({
      code: 'RESTORE_TOO_LATE',
      details: { until: dueAt, timeZone: 'Europe/Berlin' },
    })
    await expect(restore(endsAt)).rejects.toMatchObject({
      code: 'BOOKING_ENDED',
      details: { at: endsAt },
    })
  })

  it('of one that was made after its start works as long as the door waits, from the making on', async () => {
    const madeAt = addMinutes(startsAt, 7)
    await cancel()
    const anew = { key: randomUUID(), seatId, startsAt, endsAt }
    const { bookingId: id } = await bookSeat(member, anew, madeAt)
    await cancel(addMinutes(madeAt, 5), { id })
    await restore(addMinutes(madeAt, 14), { id })
    const { releaseDueAt } = await db().booking.findUniqueOrThrow({ where: { id } })
    expect(releaseDueAt).toEqual(addMinutes(madeAt, 15))
  })

  it('leaves the way to book anew, which is a booking of its own with its own grace', async () => {
    const later = addMinutes(startsAt, 16)
    await cancel(addMinutes(startsAt, 14))
    const wish = { key: randomUUID(), seatId, startsAt: addMinutes(startsAt, 15), endsAt }
    const { bookingId: id } = await bookSeat(member, wish, later)
    expect(await db().booking.findUnique({ where: { id } })).toMatchObject({
      madeAt: later,
      releaseDueAt: addMinutes(later, 15),
    })
  })

  it('is refused for a booking that stands', async () => {
    await expect(restore()).rejects.toMatchObject({ code: 'BOOKING_NOT_CANCELLED' })
  })

  it('is not for what somebody else called off', async () => {
    const admin = await makeActor({ role: 'admin' })
    const gone = { cancelledAt: now, cancelledById: admin.userId }
    await db().booking.update({ where: { id: bookingId }, data: gone })
    await expect(restore()).rejects.toMatchObject({ code: 'BOOKING_CANCELLED' })
    const [view] = await listOwnBookings(member, now)
    expect(view).toMatchObject({ state: 'cancelled', canRestore: false })
  })

  it('is judged by all rules again: seat, person, limit, opening, the seat itself', async () => {
    await cancel()
    const taken = await makeBooking({ seatId, startsAt, endsAt: addMinutes(startsAt, 15) })
    await expect(restore()).rejects.toMatchObject({
      code: 'SEAT_TAKEN',
      details: { from: startsAt, to: addMinutes(startsAt, 15) },
    })
    await db().booking.delete({ where: { id: taken.id } })

    const elsewhere = { startsAt: addMinutes(startsAt, -60), endsAt: addMinutes(startsAt, 60) }
    const { venueId } = await db().seat.findUniqueOrThrow({ where: { id: seatId } })
    const venue = await db().venue.findUniqueOrThrow({
      where: { id: venueId },
      include: { bookingRules: true, floors: true, openingHours: true },
    })
    const beside = { seatId: (await makeSeat({ venue })).id, userId: member.userId }
    const own = await makeBooking({ ...beside, ...elsewhere })
    await expect(restore()).rejects.toMatchObject({ code: 'NOT_BEGUN_LIMIT' })
    await expect(restore(elsewhere.startsAt)).rejects.toMatchObject({ code: 'PERSON_BUSY' })
    await db().booking.delete({ where: { id: own.id } })

    const closure = { venueId, startsAt, endsAt, reason: 'Water in the cellar' }
    const { id } = await db().closure.create({ data: closure })
    await expect(restore()).rejects.toMatchObject({ code: 'VENUE_CLOSED' })
    await db().closure.delete({ where: { id } })

    await db().seat.update({ where: { id: seatId }, data: { withdrawnAt: now } })
    await expect(restore()).rejects.toMatchObject({ code: 'SEAT_WITHDRAWN' })
  })

  it('counts once however often the same wish arrives', async () => {
    await cancel()
    const key = randomUUID()
    await Promise.all(Array.from({ length: 20 }, () => restore(later, { key })))
    expect(await look()).toMatchObject({ passVersion: 3 })
    await expect(cancel(later, { key })).rejects.toMatchObject({ code: 'KEY_REUSED' })
  })

  it('against twenty others who want the seat: exactly one has it', async () => {
    for (let round = 0; round < 5; round++) {
      await cancel()
      const others = await Promise.all(Array.from({ length: 20 }, () => makeActor()))
      const wishes = others.map((actor) => () => {
        return bookSeat(actor, { key: randomUUID(), seatId, startsAt, endsAt }, now)
      })
      wishes.splice(10, 0, () => restore(later))
      const results = await Promise.allSettled(wishes.map((wish) => wish()))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const standing = { seatId, cancelledAt: null }
      expect(await db().booking.count({ where: standing })).toBe(1)
      await db().booking.deleteMany({ where: { ...standing, id: { not: bookingId } } })
      if ((await look()).cancelledAt) await restore(later)
    }
  })
})
