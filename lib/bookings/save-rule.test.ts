import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { fieldErrorsOf } from '#lib/i18n/field-errors.ts'
import {
  makeActor,
  makeBooking,
  makeRule,
  makeSeat,
  makeUser,
  makeVenue,
} from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import { retireRule } from './retire-rule.ts'
import { saveRule } from './save-rule.ts'
import { saveRuleSchema, type SaveRuleInput } from './schema.ts'
import { tryRule } from './try-rule.ts'

const now = new Date('2026-11-23T09:07:00Z')
const numbers = {
  stepMinutes: 15,
  shortestMinutes: 15,
  longestMinutes: 240,
  aheadDays: 30,
  noticeMinutes: 0,
  changeMinutes: 0,
  isForVerified: false,
  notBegunLimit: 1,
  bufferMinutes: 0,
  graceMinutes: 15,
  earlyCheckInMinutes: 15,
}

let venueId: string
let venue: Awaited<ReturnType<typeof makeVenue>>
let admin: UserActor
beforeEach(async () => {
  venue = await makeVenue({ timeZone: 'Asia/Kathmandu' })
  venueId = venue.id
  admin = await makeActor({ role: 'admin' })
})

function save(given: Partial<SaveRuleInput> = {}, actor = admin) {
  const input = { key: randomUUID(), venueId, kind: null, seenVersion: 1, ...numbers, ...given }
  return saveRule(actor, input, now)
}

const current = () =>
  db().bookingRule.findMany({ where: { venueId, retiredAt: null }, orderBy: { kind: 'asc' } })

describe('saving a rule', () => {
  it('lets a new version take over, and keeps the old one for the bookings it judged', async () => {
    const { id: bookingId } = await makeBooking({
      seatId: (await makeSeat({ venue })).id,
      startsAt: addMinutes(now, 60),
      endsAt: addMinutes(now, 120),
    })
    expect(await save({ longestMinutes: 120 })).toEqual({ version: 2 })
    expect(await current()).toMatchObject([{ version: 2, longestMinutes: 120 }])
    const { rule } = await db().booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { rule: true },
    })
    expect(rule).toMatchObject({ version: 1, retiredAt: now, longestMinutes: 1440 })
    const audit = await db().auditEntry.findFirst({
      where: { actorId: admin.userId, action: 'rule.save' },
    })
    expect(audit).toMatchObject({ details: { version: 2, longestMinutes: 120 } })
  })

  it.each<[string, number | null, 'meetingRoom' | null]>([
    ['of a venue', 1, null],
    ['of a kind that had none', null, 'meetingRoom'],
  ])(
    '%s: of twenty admins at once one has it, the others are told',
    async (_, seenVersion, kind) => {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          save({ seenVersion, kind, graceMinutes: index + 1 }),
        ),
      )
      const lost = results.filter((result) => result.status === 'rejected')
      expect(lost).toHaveLength(19)
      for (const { reason } of lost) {
        expect(reason).toBeInstanceOf(DomainError)
        expect(reason).toMatchObject({ code: 'RULE_CHANGED_MEANWHILE' })
      }
      const winner = results.findIndex(({ status }) => status === 'fulfilled')
      expect(
        await db().bookingRule.findMany({ where: { venueId, kind, retiredAt: null } }),
      ).toMatchObject([{ graceMinutes: winner + 1 }])
    },
  )

  it('counts once however often it arrives', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => save({ key })))
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([2]))
    expect(await db().bookingRule.count({ where: { venueId } })).toBe(2)
  })

  it('is refused for a place that is not', async () => {
    await expect(save({ venueId: randomUUID() })).rejects.toMatchObject({ code: 'VENUE_NOT_FOUND' })
  })

  it.each<[string, Partial<SaveRuleInput>, string]>([
    ['shortest over longest', { shortestMinutes: 300 }, 'shortestMinutes'],
    ['a step over the longest', { stepMinutes: 300 }, 'stepMinutes'],
    ['no step between', { stepMinutes: 150, shortestMinutes: 160 }, 'stepMinutes'],
    ['notice over days ahead', { aheadDays: 1, noticeMinutes: 1441 }, 'noticeMinutes'],
    ['a limit of none', { notBegunLimit: 0 }, 'notBegunLimit'],
    ['half a minute', { graceMinutes: 1.5 }, 'graceMinutes'],
  ])('with %s is refused at its field', (_, given, field) => {
    const input = { key: randomUUID(), venueId, kind: null, seenVersion: 1, ...numbers, ...given }
    const parsed = saveRuleSchema.safeParse(input)
    expect(Object.keys(fieldErrorsOf(parsed.error!.issues, 'pl'))).toEqual([field])
  })
})

describe('taking the rule of a kind away', () => {
  const retire = (kind: 'meetingRoom' | null, seenVersion: number) =>
    retireRule(admin, { key: randomUUID(), venueId, kind, seenVersion }, now)

  it('leaves the kind to the rule of the venue, and only who saw it may', async () => {
    await makeRule({ venueId, kind: 'meetingRoom' })
    await expect(retire('meetingRoom', 7)).rejects.toMatchObject({ code: 'RULE_CHANGED_MEANWHILE' })
    await retire('meetingRoom', 1)
    expect(await current()).toMatchObject([{ kind: null }])
    expect(await save({ kind: 'meetingRoom', seenVersion: null })).toEqual({ version: 2 })
  })

  it('is not for the rule of the venue', async () => {
    await expect(retire(null, 1)).rejects.toMatchObject({ code: 'RULE_OF_VENUE_STAYS' })
  })
})

describe('trying a rule against the last month', () => {
  const at = (day: number, clock: string) =>
    new Date(`2026-11-${String(day).padStart(2, '0')}T${clock}:00+05:45`)
  const trial = (given: object = {}) =>
    tryRule(admin, { venueId, kind: null, ...numbers, longestMinutes: 1440, ...given }, now)

  it('has nothing against what the present numbers allowed', async () => {
    const seatId = (await makeSeat({ venue })).id
    await makeBooking({ seatId, startsAt: at(10, '10:00'), endsAt: at(10, '12:00') })
    expect(await trial()).toEqual({ total: 1, refused: 0, byReason: {}, bookings: [] })
  })

  it('counts what each number would have refused, and names the bookings', async () => {
    const seat = await makeSeat({ venue })
    const person = await makeUser({ name: 'Ada' })
    const booked = (day: number, from: string, to: string, madeAt: Date, userId?: string) =>
      makeBooking({
        seatId: seat.id,
        startsAt: at(day, from),
        endsAt: at(day, to),
        madeAt,
        ...(userId ? { userId } : {}),
      })
    const long = await booked(10, '10:00', '18:15', at(10, '09:00'), person.id)
    await booked(12, '10:00', '11:00', at(10, '10:00'))
    await booked(12, '11:00', '12:00', at(11, '10:00'))
    const tests: [object, object][] = [
      [{ longestMinutes: 480 }, { TOO_LONG: 1 }],
      [{ shortestMinutes: 61 }, { TOO_SHORT: 2 }],
      [{ stepMinutes: 60 }, { NOT_ON_STEP: 1 }],
      [{ noticeMinutes: 61 }, { TOO_SOON: 1 }],
      [{ aheadDays: 1 }, { TOO_FAR_AHEAD: 1 }],
      [{ isForVerified: true }, { VERIFIED_ONLY: 3 }],
      [{ bufferMinutes: 10 }, { SEAT_TAKEN: 1 }],
      [
        { longestMinutes: 480, stepMinutes: 60 },
        { NOT_ON_STEP: 1, TOO_LONG: 1 },
      ],
    ]
    for (const [given, byReason] of tests) {
      expect((await trial(given)).byReason, JSON.stringify(given)).toEqual(byReason)
    }
    const both = await trial({ longestMinutes: 480, stepMinutes: 60 })
    expect(both).toMatchObject({
      total: 3,
      refused: 1,
      bookings: [
        {
          bookingId: long.id,
          personName: 'Ada',
          seat: seat.label,
          startsAt: at(10, '10:00'),
          reasons: ['NOT_ON_STEP', 'TOO_LONG'],
        },
      ],
    })
  })

  it('counts what a person had before them', async () => {
    const { id: userId } = await makeUser()
    for (const day of [10, 11, 12]) {
      const seatId = (await makeSeat({ venue })).id
      const madeAt = addMinutes(at(9, '10:00'), day)
      const time = { startsAt: at(day, '10:00'), endsAt: at(day, '11:00') }
      await makeBooking({ seatId, userId, madeAt, ...time })
    }
    expect((await trial({ notBegunLimit: 1 })).byReason).toEqual({ NOT_BEGUN_LIMIT: 2 })
    expect((await trial({ notBegunLimit: 2 })).byReason).toEqual({ NOT_BEGUN_LIMIT: 1 })
  })

  it('looks at its own kind, at thirty days, and at nothing that was cancelled', async () => {
    await makeRule({ venueId, kind: 'meetingRoom' })
    const room = await makeSeat({ venue, kind: 'meetingRoom' })
    const desk = await makeSeat({ venue })
    const time = { startsAt: at(10, '10:00'), endsAt: at(10, '11:00') }
    await makeBooking({ seatId: room.id, ...time })
    await makeBooking({ seatId: desk.id, ...time })
    const old = new Date(now.getTime() - 31 * 24 * hourMs)
    await makeBooking({ seatId: desk.id, startsAt: old, endsAt: addMinutes(old, 60) })
    await makeBooking({
      seatId: desk.id,
      startsAt: at(11, '10:00'),
      endsAt: at(11, '11:00'),
      cancelledAt: now,
      cancelledById: admin.userId,
    })
    expect((await trial()).total).toBe(1)
    expect((await trial({ kind: 'meetingRoom' })).total).toBe(1)
  })
})
