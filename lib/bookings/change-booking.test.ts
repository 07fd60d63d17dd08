import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { systemActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeRule, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { checkOutOfBooking } from './check-out-of-booking.ts'
import { extendArrival } from './extend-arrival.ts'
import type { Alternative } from './find-alternatives.ts'
import { moveBooking } from './move-booking.ts'
import { releaseBooking } from './release-booking.ts'
import type { MoveBookingInput } from './schema.ts'
import { shortenBooking } from './shorten-booking.ts'
import { undoChange } from './undo-change.ts'
import { warnLateMembers } from './warn-late-members.ts'

const now = new Date('2026-11-23T09:07:00Z')
const startsAt = new Date('2026-11-23T12:00:00Z')
const endsAt = addMinutes(startsAt, 120)

let venue: Awaited<ReturnType<typeof makeVenue>>
let member: UserActor
let seats: string[]
let bookingId: string

beforeEach(async () => {
  venue = await makeVenue({ rule: { bufferMinutes: 10 } })
  member = await makeActor()
  seats = [(await makeSeat({ venue })).id, (await makeSeat({ venue })).id]
  const wish = { key: randomUUID(), seatId: seats[0]!, startsAt, endsAt }
  bookingId = (await bookSeat(member, wish, now)).bookingId
})

function move(given: Partial<MoveBookingInput> = {}, when = now, actor = member) {
  const wish = { key: randomUUID(), bookingId, seatId: seats[1]!, startsAt, endsAt, ...given }
  return moveBooking(actor, wish, when)
}
const shorten = (end: Date, when = now, actor = member) =>
  shortenBooking(actor, { key: randomUUID(), bookingId, endsAt: end }, when)
const undo = (when = now, actor = member) =>
  undoChange(actor, { key: randomUUID(), bookingId }, when)
const extend = (when: Date, actor = member) =>
  extendArrival(actor, { key: randomUUID(), bookingId }, when)
const look = () => db().booking.findUniqueOrThrow({ where: { id: bookingId } })
const set = (data: object) => db().booking.update({ where: { id: bookingId }, data })
const arrive = (at: Date) => set({ checkedInAt: at, checkedInById: member.userId })
const audits = () =>
  db().auditEntry.findMany({ where: { subjectId: bookingId }, orderBy: { at: 'asc' } })

describe('moving', () => {
  it('takes seat and time anew, keeps the pass, and writes down what was', async () => {
    const rule = await makeRule({ venueId: venue.id, graceMinutes: 20, bufferMinutes: 5 })
    const later = addMinutes(startsAt, 24 * 60)
    await move({ startsAt: later, endsAt: addMinutes(later, 60) })
    expect(await look()).toMatchObject({
      seatId: seats[1],
      startsAt: later,
      endsAt: addMinutes(later, 60),
      occupiedUntil: addMinutes(later, 65),
      releaseDueAt: addMinutes(later, 20),
      ruleId: rule.id,
      passVersion: 1,
    })
    expect(await db().bookingChange.findMany({ where: { bookingId } })).toMatchObject([
      {
        changedById: member.userId,
        seatId: seats[0],
        startsAt,
        endsAt,
        ruleId: venue.bookingRules[0]!.id,
        undoneAt: null,
      },
    ])
    expect((await audits()).map(({ action }) => action)).toContain('booking.move')
    const free = { key: randomUUID(), seatId: seats[0]!, startsAt, endsAt }
    await expect(bookSeat(await makeActor(), free, now)).resolves.toHaveProperty('bookingId')
  })

  it('is not in its own way: by an hour, over itself, at the limit of one', async () => {
    await move({ seatId: seats[0], startsAt: addMinutes(startsAt, 60) })
    expect(await look()).toMatchObject({ startsAt: addMinutes(startsAt, 60), endsAt })
  })

  it('is refused where somebody else is, and what is offered can be had', async () => {
    await makeSeat({ venue })
    await makeBooking({ seatId: seats[1], startsAt, endsAt })
    const refusal = await move().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'SEAT_TAKEN' })
    const { alternatives } = (refusal as { details: { alternatives: Alternative[] } }).details
    expect(alternatives.length).toBeGreaterThan(0)
    for (const one of alternatives) {
      await move({ seatId: one.seatId, startsAt: one.startsAt, endsAt: one.endsAt })
      await undo()
    }
  })

  it('is refused to another place, to where it is, and to what the rules forbid', async () => {
    const elsewhere = await makeSeat()
    await expect(move({ seatId: elsewhere.id })).rejects.toMatchObject({
      code: 'OTHER_VENUE',
      details: { venue: venue.name },
    })
    await expect(move({ seatId: seats[0] })).rejects.toMatchObject({ code: 'MOVE_CHANGES_NOTHING' })
    await expect(move({ startsAt: addMinutes(now, -60) })).rejects.toMatchObject({
      code: 'NOT_ON_STEP',
    })
    await expect(move({ startsAt: addMinutes(startsAt, -240) })).rejects.toMatchObject({
      code: 'START_IN_PAST',
    })
    await expect(move({}, now, await makeActor())).rejects.toMatchObject({
      code: 'BOOKING_NOT_FOUND',
    })
    await db().seat.update({ where: { id: seats[1] }, data: { withdrawnAt: now } })
    await expect(move()).rejects.toMatchObject({ code: 'SEAT_WITHDRAWN' })
  })

  it('is over when the person is there, the booking is over, or the rule says it is too late', async () => {
    await arrive(startsAt)
    await expect(move({}, startsAt)).rejects.toMatchObject({ code: 'MOVE_CHECKED_IN' })
    await set({ checkedInAt: null, checkedInById: null, releasedAt: startsAt })
    await expect(move({}, startsAt)).rejects.toMatchObject({ code: 'BOOKING_RELEASED' })
    await set({ releasedAt: null, cancelledAt: now, cancelledById: member.userId })
    await expect(move()).rejects.toMatchObject({ code: 'BOOKING_CANCELLED' })
    const strict = await makeRule({ venueId: venue.id, changeMinutes: 60 })
    await set({ cancelledAt: null, cancelledById: null, ruleId: strict.id })
    await expect(move({}, addMinutes(startsAt, -59))).rejects.toMatchObject({
      code: 'CHANGE_TOO_LATE',
      details: { minutes: 60, until: addMinutes(startsAt, -60) },
    })
    await expect(move({}, addMinutes(startsAt, -60))).resolves.toEqual({ bookingId })
  })

  it('gives no second grace to who moves within the first', async () => {
    const late = addMinutes(startsAt, 14)
    await move({}, late)
    expect(await look()).toMatchObject({ releaseDueAt: addMinutes(startsAt, 15) })
    await undo(late)
    expect(await look()).toMatchObject({ releaseDueAt: addMinutes(startsAt, 15) })
    await move({ startsAt: addMinutes(startsAt, 15) }, late)
    expect(await look()).toMatchObject({ releaseDueAt: addMinutes(startsAt, 30) })
  })

  it('counts once however often it arrives', async () => {
    const key = randomUUID()
    await Promise.all(Array.from({ length: 20 }, () => move({ key })))
    expect(await db().bookingChange.count({ where: { bookingId } })).toBe(1)
    await expect(move({ key, seatId: seats[0] })).rejects.toMatchObject({ code: 'KEY_REUSED' })
  })

  it('of twenty people onto one seat lets one sit there, crosswise and without a deadlock', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => makeActor()))
    const mine = await Promise.all(
      people.map(async ({ userId }) => {
        const seatId = (await makeSeat({ venue })).id
        return makeBooking({ seatId, userId, startsAt, endsAt })
      }),
    )
    const results = await Promise.allSettled(
      people.map((one, index) => move({ bookingId: mine[index]!.id }, now, one)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'SEAT_TAKEN' })
    }
    // Each wants the seat of the other: both are refused or one of them waits, and nobody for ever.
    const swaps = await Promise.allSettled(
      people.map((one, index) =>
        move({ bookingId: mine[index]!.id, seatId: mine[index ^ 1]!.seatId }, now, one),
      ),
    )
    for (const result of swaps) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'SEAT_TAKEN' })
    }
  })
})

describe('shortening', () => {
  it('ends earlier, and gives the rest back', async () => {
    await shorten(addMinutes(startsAt, 60))
    expect(await look()).toMatchObject({
      endsAt: addMinutes(startsAt, 60),
      occupiedUntil: addMinutes(startsAt, 70),
      releaseDueAt: addMinutes(startsAt, 15),
    })
    const rest = { startsAt: addMinutes(startsAt, 75), endsAt }
    const wish = { key: randomUUID(), seatId: seats[0]!, ...rest }
    await expect(bookSeat(await makeActor(), wish, now)).resolves.toHaveProperty('bookingId')
  })

  it('works on a running booking too, but not before now', async () => {
    await arrive(startsAt)
    const running = addMinutes(startsAt, 50)
    await expect(shorten(addMinutes(startsAt, 45), running)).rejects.toMatchObject({
      code: 'END_IN_PAST',
      details: { earliest: addMinutes(startsAt, 60) },
    })
    await shorten(addMinutes(startsAt, 60), running)
    await undo(running)
    expect(await look()).toMatchObject({ endsAt })
  })

  it('is refused when it is none, off the steps, or below the shortest', async () => {
    await expect(shorten(endsAt)).rejects.toMatchObject({
      code: 'NOT_EARLIER',
      details: { endsAt },
    })
    await expect(shorten(addMinutes(startsAt, 50))).rejects.toMatchObject({ code: 'NOT_ON_STEP' })
    await expect(shorten(startsAt)).rejects.toMatchObject({ code: 'END_BEFORE_START' })
    const { id } = await makeRule({ venueId: venue.id, shortestMinutes: 60, changeMinutes: 60 })
    await set({ ruleId: id })
    await expect(shorten(addMinutes(startsAt, 45))).rejects.toMatchObject({ code: 'TOO_SHORT' })
    const late = addMinutes(startsAt, -30)
    await expect(shorten(addMinutes(startsAt, 60), late)).rejects.toMatchObject({
      code: 'CHANGE_TOO_LATE',
    })
    await expect(shorten(addMinutes(startsAt, 60), now, await makeActor())).rejects.toMatchObject({
      code: 'BOOKING_NOT_FOUND',
    })
  })

  it('and moving at once: the second sees what the first has done', async () => {
    for (let round = 0; round < 10; round++) {
      const [, shortened] = await Promise.allSettled([move(), shorten(addMinutes(startsAt, 60))])
      const { endsAt: end, seatId } = await look()
      if (shortened.status === 'fulfilled') {
        const kept = [addMinutes(startsAt, 60).getTime(), endsAt.getTime()]
        expect(kept).toContain(end.getTime())
      }
      expect(seatId).toBe(seats[1])
      await db().bookingChange.deleteMany({ where: { bookingId } })
      await set({ seatId: seats[0], endsAt, occupiedUntil: addMinutes(endsAt, 10) })
    }
  })
})

describe('undoing a change', () => {
  it('goes back through the changes one by one, and no further', async () => {
    await move()
    await shorten(addMinutes(startsAt, 60))
    await undo()
    expect(await look()).toMatchObject({ seatId: seats[1], endsAt })
    await undo()
    expect(await look()).toMatchObject({
      seatId: seats[0],
      endsAt,
      occupiedUntil: addMinutes(endsAt, 10),
    })
    await expect(undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' })
    expect(await db().bookingChange.count({ where: { bookingId, undoneAt: now } })).toBe(2)
  })

  it('is refused when somebody has the seat by now, with what can be had instead', async () => {
    await move()
    await makeBooking({ seatId: seats[0], startsAt, endsAt })
    await expect(undo()).rejects.toMatchObject({
      code: 'SEAT_TAKEN',
      details: { from: startsAt, to: addMinutes(endsAt, 10) },
    })
    expect(await look()).toMatchObject({ seatId: seats[1] })
  })

  it('is refused when the time has passed, the person sits elsewhere, or the staff did it', async () => {
    await move({ startsAt: addMinutes(endsAt, 60), endsAt: addMinutes(endsAt, 120) })
    await expect(undo(endsAt)).rejects.toMatchObject({
      code: 'UNDO_TIME_PASSED',
      details: { endsAt },
    })
    await arrive(addMinutes(endsAt, 60))
    await expect(undo()).rejects.toMatchObject({ code: 'MOVE_CHECKED_IN' })
    await set({ checkedInAt: null, checkedInById: null })
    const admin = await makeActor({ role: 'admin' })
    await db().bookingChange.updateMany({
      where: { bookingId },
      data: { changedById: admin.userId },
    })
    await expect(undo()).rejects.toMatchObject({ code: 'CHANGED_BY_STAFF' })
  })

  it('is possible for some minutes even when the rule forbids late changes', async () => {
    const { id } = await makeRule({ venueId: venue.id, changeMinutes: 60 })
    await set({ ruleId: id, madeAt: addMinutes(now, -600) })
    const early = addMinutes(startsAt, -60)
    await move({}, early)
    await expect(undo(addMinutes(early, 5))).rejects.toMatchObject({ code: 'CHANGE_TOO_LATE' })
    await undo(addMinutes(early, 4))
  })

  it('at twenty at once takes back one change', async () => {
    await move()
    await shorten(addMinutes(startsAt, 60))
    const key = randomUUID()
    const same = () => undoChange(member, { key, bookingId }, now)
    await Promise.all(Array.from({ length: 20 }, same))
    expect(await db().bookingChange.count({ where: { bookingId, undoneAt: now } })).toBe(1)
  })
})

describe('fifteen more minutes', () => {
  const late = addMinutes(startsAt, 12)

  it('are given once, before the release, and the release waits for them', async () => {
    const until = addMinutes(startsAt, 30)
    expect(await extend(late)).toEqual({ bookingId, until: until.toISOString() })
    expect(await look()).toMatchObject({ extendedAt: late, releaseDueAt: until })
    const release = (when: Date) => releaseBooking(systemActor('worker'), { bookingId }, when)
    expect(await release(addMinutes(startsAt, 15))).toBe(false)
    await expect(extend(late)).rejects.toMatchObject({
      code: 'ALREADY_EXTENDED',
      details: { until },
    })
    expect(await release(until)).toBe(true)
    await expect(extend(until)).rejects.toMatchObject({ code: 'BOOKING_RELEASED' })
  })

  it('are for who has not come, and for nobody else’s booking', async () => {
    await expect(extend(late, await makeActor())).rejects.toMatchObject({
      code: 'BOOKING_NOT_FOUND',
    })
    await arrive(startsAt)
    await expect(extend(late)).rejects.toMatchObject({ code: 'EXTEND_CHECKED_IN' })
    await checkOutOfBooking(member, { key: randomUUID(), bookingId }, late)
    await expect(extend(late)).rejects.toMatchObject({ code: 'BOOKING_ENDED' })
  })

  it('or the release, when both come at once: one of them, whichever it is', async () => {
    const due = addMinutes(startsAt, 15)
    const wins = { extended: 0, released: 0 }
    for (let round = 0; round < 20; round++) {
      await set({ releasedAt: null, extendedAt: null, releaseDueAt: due })
      const released = releaseBooking(systemActor('worker'), { bookingId }, due)
      const extended = extend(due).then(
        () => true,
        (error: { code: string }) => {
          expect(error.code).toBe('BOOKING_RELEASED')
          return false
        },
      )
      const [isReleased, isExtended] = await Promise.all([released, extended])
      expect(isReleased).not.toBe(isExtended)
      const row = await look()
      expect([row.releasedAt !== null, row.extendedAt !== null]).toEqual([isReleased, isExtended])
      wins[isExtended ? 'extended' : 'released']++
    }
    expect(wins.extended + wins.released).toBe(20)
  })

  it('at twenty at once are fifteen', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => extend(late)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await look()).toMatchObject({ releaseDueAt: addMinutes(startsAt, 30) })
  })
})

describe('the warning before the release', () => {
  const warn = async (when: Date) =>
    (await warnLateMembers(systemActor('worker'), when)).includes(bookingId)

  it('comes once, five minutes before, and once more after fifteen more minutes', async () => {
    expect(await warn(addMinutes(startsAt, 9))).toBe(false)
    const both = await Promise.all(Array.from({ length: 20 }, () => warn(addMinutes(startsAt, 10))))
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await look()).toMatchObject({ warnedAt: addMinutes(startsAt, 10) })
    await extend(addMinutes(startsAt, 11))
    expect(await warn(addMinutes(startsAt, 24))).toBe(false)
    expect(await warn(addMinutes(startsAt, 25))).toBe(true)
  })

  it('is not for who is there, has cancelled, or was released', async () => {
    await arrive(startsAt)
    expect(await warn(addMinutes(startsAt, 12))).toBe(false)
    await set({ checkedInAt: null, checkedInById: null })
    await cancelBooking(member, { key: randomUUID(), bookingId }, startsAt)
    expect(await warn(addMinutes(startsAt, 12))).toBe(false)
  })
})
