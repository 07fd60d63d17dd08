import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor, type UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { makeActor, makeBooking, makeRule, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'

// A Monday, 10:07 in Berlin; the hours of the tests are 9 to 20.
const now = new Date('2026-11-23T09:07:00Z')
const tomorrow = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour - 1))
const openingHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensMinute: 540,
  closesMinute: 1200,
}))

let venue: Awaited<ReturnType<typeof makeVenue>>
let seat: Awaited<ReturnType<typeof makeSeat>>
let member: UserActor

beforeEach(async () => {
  venue = await makeVenue({ hours: openingHours })
  seat = await makeSeat({ venue })
  member = await makeActor()
})

type Wish = { seatId?: string; from?: Date; to?: Date; key?: string; actor?: UserActor; at?: Date }

function book({ seatId = seat.id, from = tomorrow(10), to = tomorrow(14), ...rest }: Wish = {}) {
  const { key = randomUUID(), actor = member, at = now } = rest
  return bookSeat(actor, { key, seatId, startsAt: from, endsAt: to }, at)
}

async function refusal(wish: Wish = {}): Promise<DomainError> {
  const thrown: unknown = await book(wish).catch((error: unknown) => error)
  if (thrown instanceof DomainError) return thrown
  throw new Error(`not refused: ${JSON.stringify(thrown)}`)
}

function offered({ details }: DomainError): string[] {
  const alternatives = (details.alternatives ?? []) as {
    label: string
    startsAt: Date
    endsAt: Date
  }[]
  const hour = (date: Date) => (date.getTime() - tomorrow(0).getTime()) / hourMs
  return alternatives.map((a) => `${a.label} ${hour(a.startsAt)}–${hour(a.endsAt)}`)
}

async function jobsOf(bookingId: string) {
  return db().$queryRaw<{ startAfter: Date; state: string }[]>`
    SELECT start_after AS "startAfter", state::text FROM pgboss.job
    WHERE name = 'release-booking' AND data ->> 'bookingId' = ${bookingId}`
}

describe('a seat that is free', () => {
  it('is booked with its buffer, its grace, its trace and its job', async () => {
    const roomy = await makeVenue({ rule: { bufferMinutes: 10, graceMinutes: 20 } })
    const desk = await makeSeat({ venue: roomy })
    const { bookingId } = await book({ seatId: desk.id })

    expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      seatId: desk.id,
      userId: member.userId,
      madeById: member.userId,
      ruleId: roomy.bookingRules[0]!.id,
      startsAt: tomorrow(10),
      endsAt: tomorrow(14),
      occupiedUntil: addMinutes(tomorrow(14), 10),
      releaseDueAt: addMinutes(tomorrow(10), 20),
      madeAt: now,
      cancelledAt: null,
    })
    expect(await db().auditEntry.findMany({ where: { subjectId: bookingId } })).toMatchObject([
      { action: 'booking.make', actorId: member.userId, at: now },
    ])
    expect(await jobsOf(bookingId)).toEqual([
      { startAfter: addMinutes(tomorrow(10), 20), state: 'created' },
    ])
  })

  it('may be had from the running step on, with the whole grace', async () => {
    const start = new Date('2026-11-23T09:00:00Z')
    const { bookingId } = await book({ from: start, to: addMinutes(start, 60) })
    const booking = await db().booking.findUniqueOrThrow({ where: { id: bookingId } })
    expect(booking.releaseDueAt).toEqual(addMinutes(now, 15))
  })

  it('is judged by the newest rule of its venue', async () => {
    await makeRule({ venueId: venue.id, longestMinutes: 60 })
    expect(await refusal()).toMatchObject({ code: 'TOO_LONG', details: { hours: 1 } })
  })

  it('is judged by the rule of its kind of seat where there is one', async () => {
    await makeRule({ venueId: venue.id, kind: 'quietDesk', longestMinutes: 30 })
    await makeRule({ venueId: venue.id, kind: 'desk', longestMinutes: 60 })
    await makeRule({ venueId: venue.id, longestMinutes: 120 })
    expect(await refusal()).toMatchObject({ code: 'TOO_LONG', details: { hours: 1 } })
  })

  it('may be had right after another booking, but not within its buffer', async () => {
    await makeBooking({ seatId: seat.id, startsAt: tomorrow(9), endsAt: tomorrow(10) })
    await book()
    const buffered = await makeSeat({
      venue: await makeVenue({ hours: openingHours, rule: { bufferMinutes: 15 } }),
    })
    await makeBooking({ seatId: buffered.id, startsAt: tomorrow(14), endsAt: tomorrow(15) })
    const other = await makeActor()
    expect(await refusal({ seatId: buffered.id, actor: other })).toMatchObject({
      code: 'SEAT_TAKEN',
    })
    await book({ seatId: buffered.id, actor: other, to: addMinutes(tomorrow(14), -15) })
  })

  it('keeps the buffer between two bookings of one person, and tells whose they are', async () => {
    const buffered = await makeSeat({
      venue: await makeVenue({
        hours: openingHours,
        rule: { bufferMinutes: 15, notBegunLimit: 3 },
      }),
      label: 'Q1',
    })
    const own = await makeBooking({
      seatId: buffered.id,
      userId: member.userId,
      startsAt: tomorrow(12),
      endsAt: tomorrow(13),
    })
    const details = {
      bookingId: own.id,
      seat: 'Q1',
      from: tomorrow(12),
      to: tomorrow(13),
      buffer: 15,
    }
    const inTheWay = { code: 'OWN_BUFFER', details }
    const after = { seatId: buffered.id, from: tomorrow(13), to: tomorrow(14) }
    expect(await refusal(after)).toMatchObject(inTheWay)
    const before = { seatId: buffered.id, from: tomorrow(11), to: tomorrow(12) }
    expect(await refusal(before)).toMatchObject(inTheWay)
    await book({ ...after, from: addMinutes(tomorrow(13), 15) })
  })
})

describe('who may', () => {
  it.each(['operator', 'librarian', 'admin'] as const)('refuses the role %s', async (role) => {
    const actor = await makeActor({ role })
    expect(await refusal({ actor })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('refuses nobody and the system', async () => {
    const input = {
      key: randomUUID(),
      seatId: seat.id,
      startsAt: tomorrow(10),
      endsAt: tomorrow(14),
    }
    await expect(bookSeat(null, input, now)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(bookSeat(systemActor('test'), input, now)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a refusal', () => {
  it('says that there is no such seat', async () => {
    expect(await refusal({ seatId: randomUUID() })).toMatchObject({ code: 'SEAT_NOT_FOUND' })
  })

  it('names the time that is taken and offers other seats, then this one at other times', async () => {
    const row = [...'ABCD'].map((letter, index) => ({ label: `${letter}1`, x: 1000 + 100 * index }))
    const [a, b, , d] = await Promise.all(row.map((given) => makeSeat({ venue, y: 50, ...given })))
    await makeBooking({ seatId: b!.id, startsAt: tomorrow(10), endsAt: tomorrow(12) })
    await makeBooking({ seatId: a!.id, startsAt: tomorrow(9), endsAt: tomorrow(11) })
    const refused = await refusal({ seatId: b!.id })
    expect(refused).toMatchObject({
      code: 'SEAT_TAKEN',
      details: { seat: 'B1', from: tomorrow(10), to: tomorrow(12), timeZone: 'Europe/Berlin' },
    })
    // A1 is as near as C1, but taken for a part of the time.
    expect(offered(refused)).toEqual(['C1 10–14', `${d!.label} 10–14`, 'B1 12–14'])
  })

  it('prefers the same kind on another floor to another kind beside it', async () => {
    const floor = { venueId: venue.id, name: 'Upper floor', position: 1, width: 900, height: 900 }
    const { id: floorId } = await db().floor.create({ data: { ...floor, plan: {} } })
    await makeSeat({ venue, label: 'Booth', kind: 'phoneBooth', x: seat.x + 10 })
    await makeSeat({ venue, label: 'Upstairs', floorId, x: 9_000 })
    await makeSeat({ venue, label: 'Far', x: 5_000 })
    await makeBooking({ seatId: seat.id, startsAt: tomorrow(9), endsAt: tomorrow(20) })
    expect(offered(await refusal())).toEqual(['Far 10–14', 'Upstairs 10–14', 'Booth 10–14'])
  })

  it('offers no seat that was withdrawn, and the others for one that was', async () => {
    await db().seat.update({ where: { id: seat.id }, data: { withdrawnAt: now } })
    const other = await makeSeat({ venue })
    const refused = await refusal()
    expect(refused).toMatchObject({ code: 'SEAT_WITHDRAWN', details: { seat: seat.label } })
    expect(offered(refused)).toEqual([`${other.label} 10–14`])

    await makeBooking({ seatId: other.id, startsAt: tomorrow(10), endsAt: tomorrow(12) })
    expect(offered(await refusal({ seatId: other.id }))).toEqual([
      `${other.label} 12–14`,
      `${other.label} 12–16`,
    ])
  })

  it('for a time offers the nearest times that the rules allow', async () => {
    const refused = await refusal({ from: tomorrow(7), to: tomorrow(12) })
    expect(refused).toMatchObject({
      code: 'OUTSIDE_OPENING_HOURS',
      details: { hours: '09:00–20:00' },
    })
    expect(offered(refused)).toEqual([`${seat.label} 9–12`, `${seat.label} 9–14`])
  })

  it('for a time that this seat has not offers another seat too', async () => {
    const other = await makeSeat({ venue })
    await makeBooking({ seatId: seat.id, startsAt: tomorrow(9), endsAt: tomorrow(11) })
    const refused = await refusal({ from: tomorrow(7), to: tomorrow(11) })
    expect(offered(refused)).toEqual([`${other.label} 9–11`, `${seat.label} 11–15`])
  })

  it('names the booking that has not begun, when there may be one of those', async () => {
    const { bookingId } = await book()
    const refused = await refusal({ from: tomorrow(16), to: tomorrow(17) })
    expect(refused.code).toBe('NOT_BEGUN_LIMIT')
    expect(refused.details).toEqual({
      limit: 1,
      bookingId,
      seat: seat.label,
      startsAt: tomorrow(10),
      endsAt: tomorrow(14),
      timeZone: 'Europe/Berlin',
    })
  })

  it('does not count what has begun, was cancelled, released or checked in', async () => {
    const others = await Promise.all([0, 1, 2, 3].map(() => makeSeat({ venue })))
    const facts = [
      { startsAt: addMinutes(now, -60), endsAt: addMinutes(now, 60) },
      {
        startsAt: tomorrow(9),
        endsAt: tomorrow(10),
        cancelledAt: now,
        cancelledById: member.userId,
      },
      { startsAt: tomorrow(11), endsAt: tomorrow(12), releasedAt: now },
      {
        startsAt: tomorrow(15),
        endsAt: tomorrow(16),
        checkedInAt: now,
        checkedInById: member.userId,
      },
    ]
    for (const [index, fact] of facts.entries()) {
      await makeBooking({ ...fact, seatId: others[index]!.id, userId: member.userId })
    }
    await expect(book()).resolves.toHaveProperty('bookingId')
  })

  it('counts to the limit of the rule', async () => {
    await makeRule({ venueId: venue.id, notBegunLimit: 2 })
    await book({ from: tomorrow(9), to: tomorrow(10) })
    await book({ from: tomorrow(11), to: tomorrow(12) })
    expect(await refusal({ from: tomorrow(13), to: tomorrow(14) })).toMatchObject({
      code: 'NOT_BEGUN_LIMIT',
      details: { limit: 2, startsAt: tomorrow(9) },
    })
  })

  it('names the booking that keeps the person busy, in that place’s own time', async () => {
    const island = await makeVenue({ timeZone: 'Australia/Lord_Howe' })
    const hut = await makeSeat({ venue: island })
    const busy = { startsAt: addMinutes(now, -60), endsAt: addMinutes(now, 120) }
    const { id } = await makeBooking({ ...busy, seatId: hut.id, userId: member.userId })
    const from = new Date('2026-11-23T09:00:00Z')
    const refused = await refusal({ from, to: addMinutes(from, 60) })
    expect(refused.code).toBe('PERSON_BUSY')
    expect(refused.details).toEqual({
      bookingId: id,
      seat: hut.label,
      from: busy.startsAt,
      to: busy.endsAt,
      timeZone: 'Australia/Lord_Howe',
      // The same seat, once the person is free again and the step has come round.
      alternatives: [expect.objectContaining({ startsAt: new Date('2026-11-23T11:15:00Z') })],
    })
  })

  it('offers nothing that the person could not have: a running start is no way to a second later one', async () => {
    await book({ from: tomorrow(16), to: tomorrow(17) })
    const other = await makeSeat({ venue })
    const from = new Date('2026-11-23T09:00:00Z')
    await makeBooking({ seatId: seat.id, startsAt: from, endsAt: addMinutes(from, 60) })
    const refused = await refusal({ from, to: addMinutes(from, 60) })
    expect(refused.code).toBe('SEAT_TAKEN')
    expect(refused.details.alternatives).toEqual([
      { seatId: other.id, label: other.label, startsAt: from, endsAt: addMinutes(from, 60) },
    ])
  })

  it('offers no other seat at a time at which the person sits elsewhere', async () => {
    await makeRule({ venueId: venue.id, notBegunLimit: 2 })
    const [elsewhere] = await Promise.all([makeSeat({ venue }), makeSeat({ venue })])
    await book({ seatId: elsewhere.id, from: tomorrow(9), to: tomorrow(11) })
    const refused = await refusal({ from: tomorrow(7), to: tomorrow(11) })
    expect(refused.code).toBe('OUTSIDE_OPENING_HOURS')
    expect(offered(refused)).toEqual([`${seat.label} 11–15`])
  })

  it('leaves nothing behind', async () => {
    await makeBooking({ seatId: seat.id, startsAt: tomorrow(9), endsAt: tomorrow(11) })
    await refusal()
    expect(await db().requestKey.count({ where: { userId: member.userId } })).toBe(0)
    expect(await db().booking.count({ where: { userId: member.userId } })).toBe(0)
    expect(await db().auditEntry.count({ where: { actorId: member.userId } })).toBe(0)
  })
})

describe('the same wish again', () => {
  it('twenty at once are one booking and twenty equal answers', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => book({ key })))
    expect(new Set(answers.map(({ bookingId }) => bookingId)).size).toBe(1)
    expect(await db().booking.count({ where: { userId: member.userId } })).toBe(1)
    expect(await db().auditEntry.count({ where: { actorId: member.userId } })).toBe(1)
    expect(await jobsOf(answers[0]!.bookingId)).toHaveLength(1)
  })

  it('is answered as at first even when its time has passed', async () => {
    const key = randomUUID()
    const first = await book({ key })
    expect(await book({ key, at: tomorrow(18) })).toEqual(first)
  })

  it('is not told as booked when it was cancelled in the meantime, and anew it is', async () => {
    const key = randomUUID()
    const first = await book({ key })
    await cancelBooking(member, { key: randomUUID(), ...first }, now)
    expect(await refusal({ key })).toMatchObject({ code: 'BOOKING_CANCELLED' })
    expect(await book()).not.toEqual(first)
  })

  it('with other contents is refused, also while the first booking is in its way', async () => {
    const key = randomUUID()
    await book({ key })
    expect(await refusal({ key, to: tomorrow(13) })).toMatchObject({ code: 'KEY_REUSED' })
    expect(await refusal({ key, from: tomorrow(15), to: tomorrow(16) })).toMatchObject({
      code: 'KEY_REUSED',
    })
  })

  it('after a refusal is a new wish', async () => {
    const key = randomUUID()
    const blocking = await makeBooking({
      seatId: seat.id,
      startsAt: tomorrow(9),
      endsAt: tomorrow(11),
    })
    expect(await refusal({ key })).toMatchObject({ code: 'SEAT_TAKEN' })
    const gone = { cancelledAt: now, cancelledById: blocking.userId }
    await db().booking.update({ where: { id: blocking.id }, data: gone })
    await expect(book({ key })).resolves.toHaveProperty('bookingId')
  })

  it('of another person with the same key is their own', async () => {
    const key = randomUUID()
    await book({ key })
    expect(await refusal({ key, actor: await makeActor() })).toMatchObject({ code: 'SEAT_TAKEN' })
  })
})
