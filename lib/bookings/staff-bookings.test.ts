import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import {
  makeActor,
  makeBooking,
  makeRule,
  makeSeat,
  makeUser,
  makeVenue,
} from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBookingFor } from './cancel-booking-for.ts'
import { listBookings } from './list-bookings.ts'
import { makeBookingFor } from './make-booking-for.ts'
import { moveBookingFor } from './move-booking-for.ts'
import { bookingStates } from './policy.ts'
import { restoreBooking } from './restore-booking.ts'
import { bookingListSchema, bookingsOnPage } from './schema.ts'
import { undoChange } from './undo-change.ts'

const now = new Date('2026-11-23T09:07:00Z')
const startsAt = new Date('2026-11-24T09:00:00Z')
const endsAt = addMinutes(startsAt, 120)
const reason = 'Asked by phone'

let venue: Awaited<ReturnType<typeof makeVenue>>
let admin: UserActor
let member: UserActor
let seatId: string
beforeEach(async () => {
  venue = await makeVenue({ timeZone: 'Asia/Kathmandu', rule: { stepMinutes: 5 } })
  admin = await makeActor({ role: 'admin' })
  member = await makeActor()
  seatId = (await makeSeat({ venue })).id
})

function make(given: object = {}) {
  const wish = { key: randomUUID(), userId: member.userId, seatId, startsAt, endsAt, reason }
  return makeBookingFor(admin, { ...wish, ...given }, now)
}
const key = () => randomUUID()

describe('booking for a member', () => {
  it('is theirs, says who made it and why, and its release is due like any other', async () => {
    const { bookingId } = await make()
    expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      userId: member.userId,
      madeById: admin.userId,
      ruleId: venue.bookingRules[0]!.id,
      releaseDueAt: addMinutes(startsAt, 15),
    })
    const audit = await db().auditEntry.findFirstOrThrow({ where: { subjectId: bookingId } })
    expect(audit).toMatchObject({ actorId: admin.userId, personal: { reason } })
  })

  it('is held by what is physical alone', async () => {
    await makeRule({
      venueId: venue.id,
      noticeMinutes: 3 * 24 * 60,
      aheadDays: 7,
      isForVerified: true,
    })
    await make()
    const far = addMinutes(startsAt, 40 * 24 * 60)
    await make({ startsAt: far, endsAt: addMinutes(far, 60) })
    await expect(make({ seatId: (await makeSeat({ venue })).id })).rejects.toMatchObject({
      code: 'MEMBER_BUSY',
    })
    await expect(make({ userId: (await makeUser()).id })).rejects.toMatchObject({
      code: 'SEAT_TAKEN',
    })
    await expect(make({ endsAt: addMinutes(endsAt, 1) })).rejects.toMatchObject({
      code: 'NOT_ON_STEP',
    })
  })

  it('is for members who are still there', async () => {
    const gone = await makeUser()
    const erased = { erasedAt: now, email: null, name: '' }
    await db().user.update({ where: { id: gone.id }, data: erased })
    const librarian = await makeUser({ role: 'librarian' })
    for (const userId of [randomUUID(), gone.id, librarian.id]) {
      await expect(make({ userId })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
    }
  })

  it('by twenty at once onto one seat: one has it', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => makeUser()))
    const results = await Promise.allSettled(people.map(({ id }) => make({ userId: id })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('changing what members have', () => {
  it('is possible when it is too late for them, and not theirs to undo', async () => {
    await makeRule({ venueId: venue.id, changeMinutes: 600 })
    const { bookingId } = await make()
    const late = addMinutes(startsAt, -10)
    const other = (await makeSeat({ venue })).id
    const move = { key: key(), bookingId, seatId: other, startsAt, endsAt, reason }
    await moveBookingFor(admin, move, late)
    await expect(undoChange(member, { key: key(), bookingId }, late)).rejects.toMatchObject({
      code: 'CHANGED_BY_STAFF',
    })
    await cancelBookingFor(admin, { key: key(), bookingId, reason }, late)
    expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      seatId: other,
      cancelledById: admin.userId,
      passVersion: 2,
    })
    await expect(restoreBooking(member, { key: key(), bookingId }, late)).rejects.toMatchObject({
      code: 'BOOKING_CANCELLED',
    })
    const audits = await db().auditEntry.findMany({ where: { subjectId: bookingId } })
    expect(
      audits.every(({ personal }) => JSON.stringify(personal) === JSON.stringify({ reason })),
    ).toBe(true)
  })

  it('ends where the person is there already', async () => {
    const { bookingId } = await make()
    const arrived = { checkedInAt: startsAt, checkedInById: admin.userId }
    await db().booking.update({ where: { id: bookingId }, data: arrived })
    const other = (await makeSeat({ venue })).id
    const refused = { code: 'MEMBER_CHECKED_IN' }
    await expect(
      cancelBookingFor(admin, { key: key(), bookingId, reason }, startsAt),
    ).rejects.toMatchObject(refused)
    await expect(
      moveBookingFor(
        admin,
        { key: key(), bookingId, seatId: other, startsAt, endsAt, reason },
        startsAt,
      ),
    ).rejects.toMatchObject(refused)
  })

  it('by twenty at once cancels once', async () => {
    const { bookingId } = await make()
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        cancelBookingFor(admin, { key: key(), bookingId, reason }, now),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('the list of the staff', () => {
  const list = (query: object = {}, when = now) =>
    listBookings(admin, { venueId: venue.id, ...bookingListSchema.parse(query) }, when)

  it('finds by day of the venue, by person and by state, and counts', async () => {
    const ada = await makeUser({ name: 'Ada Żuk', email: `ada-${randomUUID()}@example.com` })
    // 00:30 on the 25th in Kathmandu is still the 24th in UTC.
    const night = new Date('2026-11-24T18:45:00Z')
    await makeBooking({ seatId, userId: ada.id, startsAt: night, endsAt: addMinutes(night, 60) })
    await bookSeat(member, { key: key(), seatId, startsAt, endsAt }, now)
    await makeBooking({ startsAt, endsAt })
    expect(await list()).toMatchObject({ count: 2, after: null })
    const next = await list({ day: '2026-11-25' })
    expect(next.bookings).toMatchObject([{ user: { name: 'Ada Żuk' }, state: 'expected' }])
    expect(await list({ person: 'ada-' })).toMatchObject({ count: 1 })
    expect(await list({ person: 'żuk' })).toMatchObject({ count: 1 })
    expect(await list({ person: '%' })).toMatchObject({ count: 0 })
  })

  it('knows the states that the member is shown', async () => {
    const at = (hours: number) => new Date(now.getTime() + hours * hourMs)
    const by = { checkedInById: admin.userId }
    const facts = [
      { startsAt: at(1), endsAt: at(2) },
      { startsAt: at(-1), endsAt: at(1), checkedInAt: at(-1), ...by },
      { startsAt: at(-3), endsAt: at(-2), checkedInAt: at(-3), ...by },
      {
        startsAt: at(-5),
        endsAt: at(-4),
        checkedInAt: at(-5),
        leftAt: at(-5),
        leftById: admin.userId,
        ...by,
      },
      { startsAt: at(-7), endsAt: at(-6), releasedAt: at(-7) },
      { startsAt: at(-9), endsAt: at(-8) },
      { startsAt: at(3), endsAt: at(4), cancelledAt: now, cancelledById: admin.userId },
    ]
    for (const fact of facts) await makeBooking({ seatId, ...fact })
    const all = await list()
    expect(all.count).toBe(facts.length)
    for (const state of bookingStates) {
      const ids = all.bookings.filter((one) => one.state === state).map(({ id }) => id)
      const found = await list({ state })
      expect(found.bookings.map(({ id }) => id)).toEqual(ids)
      expect(found.count).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(0)
    }
  })

  it('goes on where the page ended, also among equal times', async () => {
    for (let index = 0; index < bookingsOnPage + 3; index++) {
      await makeBooking({ seatId: (await makeSeat({ venue })).id, startsAt, endsAt })
    }
    const first = await list()
    expect(first.bookings).toHaveLength(bookingsOnPage)
    const second = await list({ after: first.after })
    expect(second).toMatchObject({ count: bookingsOnPage + 3, after: null })
    const ids = [...first.bookings, ...second.bookings].map(({ id }) => id)
    expect(new Set(ids).size).toBe(bookingsOnPage + 3)
  })

  it('takes nonsense in its address for nothing', () => {
    const nonsense = { day: 'x', state: 'gone', person: '\0', after: '2026-13-45T00:00:00.000Z_x' }
    expect(bookingListSchema.parse(nonsense)).toEqual({})
  })
})
