import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { makeActor, makeBooking, makeRule, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import type { Alternative } from './find-alternatives.ts'
import { listSeatAvailability } from './queries.ts'

// A Monday, 14:52 in Kathmandu, where the calendar and the steps are those of +05:45.
const now = new Date('2026-11-23T09:07:00Z')
const at = (day: string, clock: string) => new Date(`2026-${day}T${clock}:00+05:45`)

let venue: Awaited<ReturnType<typeof makeVenue>>
let member: UserActor
beforeEach(async () => {
  venue = await makeVenue({ timeZone: 'Asia/Kathmandu' })
  member = await makeActor()
})

async function book(seatId: string, from: Date, to: Date, actor = member, when = now) {
  return bookSeat(actor, { key: randomUUID(), seatId, startsAt: from, endsAt: to }, when)
}

async function refusal(...args: Parameters<typeof book>): Promise<DomainError> {
  const error: unknown = await book(...args).then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof DomainError) return error
  throw error
}

const seatOf = (kind: 'desk' | 'meetingRoom' | 'phoneBooth' = 'desk') => makeSeat({ venue, kind })

describe('a rule for one kind of seats', () => {
  it('judges that kind alone, and each booking keeps the rule that judged it', async () => {
    const own = await makeRule({ venueId: venue.id, kind: 'meetingRoom', longestMinutes: 60 })
    const [room, desk] = [await seatOf('meetingRoom'), await seatOf()]
    const long = [at('11-24', '10:00'), at('11-24', '12:00')] as const
    expect(await refusal(room.id, ...long)).toMatchObject({
      code: 'TOO_LONG',
      details: { hours: 1, latest: at('11-24', '11:00') },
    })
    const { bookingId } = await book(desk.id, ...long)
    const shorter = await book(room.id, at('11-25', '10:00'), at('11-25', '11:00'))
    const rows = await db().booking.findMany({
      where: { id: { in: [bookingId, shorter.bookingId] } },
      orderBy: { startsAt: 'asc' },
    })
    expect(rows.map(({ ruleId }) => ruleId)).toEqual([venue.bookingRules[0]!.id, own.id])
  })

  it('keeps its own buffer, on the plan as when it is booked', async () => {
    await makeRule({ venueId: venue.id, kind: 'meetingRoom', bufferMinutes: 30 })
    const [room, desk] = [await seatOf('meetingRoom'), await seatOf()]
    const later = { startsAt: at('11-24', '12:00'), endsAt: at('11-24', '13:00') }
    for (const { id } of [room, desk]) await makeBooking({ seatId: id, ...later })
    const window = { venueId: venue.id, from: at('11-24', '10:00'), to: at('11-24', '11:45') }
    const states = await listSeatAvailability(member, window)
    const stateOf = (id: string) => states.find(({ seatId }) => seatId === id)
    expect(stateOf(room.id)).toMatchObject({ state: 'taken' })
    expect(stateOf(desk.id)).toMatchObject({ state: 'free', until: at('11-24', '12:00') })
    expect(await refusal(room.id, window.from, window.to)).toMatchObject({ code: 'SEAT_TAKEN' })
    await expect(book(desk.id, window.from, window.to)).resolves.toHaveProperty('bookingId')

    const short = await listSeatAvailability(member, { ...window, to: at('11-24', '11:30') })
    expect(short.find(({ seatId }) => seatId === room.id)).toMatchObject({
      state: 'free',
      until: at('11-24', '11:30'),
    })
  })

  it('counts its own bookings that have not begun, and no others; the running one never', async () => {
    await makeRule({ venueId: venue.id, kind: 'meetingRoom', notBegunLimit: 2 })
    const [desk, room] = [await seatOf(), await seatOf('meetingRoom')]
    const hours = (day: string) => [at(day, '10:00'), at(day, '11:00')] as const
    await book(desk.id, at('11-23', '14:45'), at('11-23', '15:45'))
    const first = await book(desk.id, ...hours('11-24'))
    expect(await refusal(desk.id, ...hours('11-25'))).toMatchObject({
      code: 'NOT_BEGUN_LIMIT',
      details: { limit: 1, bookingId: first.bookingId, seat: desk.label },
    })
    await book(room.id, ...hours('11-25'))
    await book(room.id, ...hours('11-26'))
    const third = await refusal(room.id, ...hours('11-27'))
    expect(third).toMatchObject({ code: 'NOT_BEGUN_LIMIT', details: { limit: 2 } })
    const elsewhere = await makeSeat()
    await expect(book(elsewhere.id, ...hours('11-28'))).resolves.toHaveProperty('bookingId')
  })

  it('for verified members refuses the others, and offers them what is not', async () => {
    await makeRule({ venueId: venue.id, kind: 'meetingRoom', isForVerified: true })
    const [room, desk] = [await seatOf('meetingRoom'), await seatOf()]
    await seatOf('meetingRoom')
    const time = [at('11-24', '10:00'), at('11-24', '11:00')] as const
    const { code, details } = await refusal(room.id, ...time)
    expect(code).toBe('VERIFIED_ONLY')
    expect((details.alternatives as Alternative[]).map(({ seatId }) => seatId)).toEqual([desk.id])
    const verified = await makeActor({ isVerified: true })
    await expect(book(room.id, ...time, verified)).resolves.toHaveProperty('bookingId')
  })

  it('judges the seats that are offered by their own rule', async () => {
    await makeRule({ venueId: venue.id, kind: 'phoneBooth', longestMinutes: 30 })
    await makeRule({ venueId: venue.id, kind: 'meetingRoom', noticeMinutes: 24 * 60 })
    const desk = await seatOf()
    const booth = await seatOf('phoneBooth')
    const room = await seatOf('meetingRoom')
    const offered = async (from: Date, to: Date) => {
      await makeBooking({ seatId: desk.id, startsAt: from, endsAt: to })
      const { alternatives } = (await refusal(desk.id, from, to)).details
      return (alternatives as Alternative[])
        .filter(({ startsAt }) => startsAt.getTime() === from.getTime())
        .map(({ seatId }) => seatId)
    }
    expect(await offered(at('11-24', '10:00'), at('11-24', '11:00'))).toEqual([])
    expect(await offered(at('11-24', '12:00'), at('11-24', '12:30'))).toEqual([booth.id])
    expect(await offered(at('11-26', '10:00'), at('11-26', '11:00'))).toEqual([room.id])
  })
})

describe('days ahead', () => {
  it('are those of the calendar of the venue', async () => {
    const desk = await seatOf()
    // In Kathmandu it is the 24th already, in UTC still the 23rd: 30 days on is the 24th of December.
    const night = new Date('2026-11-23T18:30:00Z')
    const last = [at('12-24', '23:00'), at('12-25', '01:00')] as const
    await expect(book(desk.id, ...last, member, night)).resolves.toHaveProperty('bookingId')
    const far = await refusal(
      (await seatOf()).id,
      at('12-25', '00:00'),
      at('12-25', '02:00'),
      await makeActor(),
      night,
    )
    expect(far).toMatchObject({
      code: 'TOO_FAR_AHEAD',
      details: { days: 30, last: at('12-24', '00:00') },
    })
    const offers = far.details.alternatives as Alternative[]
    expect(offers[0]!.startsAt).toEqual(at('12-24', '00:00'))
  })
})

describe('notice and the latest change', () => {
  it('refuses a start that is too near, and names the first that is not', async () => {
    venue = await makeVenue({ timeZone: 'Asia/Kathmandu', rule: { noticeMinutes: 60 } })
    const desk = await seatOf()
    const early = await refusal(desk.id, at('11-23', '15:45'), at('11-23', '17:00'))
    expect(early).toMatchObject({
      code: 'TOO_SOON',
      details: { minutes: 60, earliest: at('11-23', '16:00') },
    })
    expect((early.details.alternatives as Alternative[])[0]).toMatchObject({
      seatId: desk.id,
      startsAt: at('11-23', '16:00'),
    })
    await book(desk.id, at('11-23', '16:00'), at('11-23', '17:00'))
  })

  it('keeps the booking that is to be cancelled too late, but for the first minutes after it was made', async () => {
    venue = await makeVenue({ timeZone: 'Asia/Kathmandu', rule: { changeMinutes: 120 } })
    const desk = await seatOf()
    const time = [at('11-23', '16:00'), at('11-23', '17:00')] as const
    const { bookingId } = await book(desk.id, ...time)
    const cancel = (when: Date) => cancelBooking(member, { key: randomUUID(), bookingId }, when)
    await expect(cancel(addMinutes(now, 5))).rejects.toMatchObject({
      code: 'CHANGE_TOO_LATE',
      details: { minutes: 120, until: at('11-23', '14:00') },
    })
    await expect(cancel(addMinutes(now, 4))).resolves.toEqual({ bookingId })
  })

  it('is short enough for nobody below the shortest', async () => {
    venue = await makeVenue({ timeZone: 'Asia/Kathmandu', rule: { shortestMinutes: 60 } })
    const desk = await seatOf()
    const short = await refusal(desk.id, at('11-24', '10:00'), at('11-24', '10:30'))
    expect(short).toMatchObject({
      code: 'TOO_SHORT',
      details: { minutes: 60, earliest: at('11-24', '11:00') },
    })
    expect((short.details.alternatives as Alternative[])[0]).toMatchObject({
      startsAt: at('11-24', '10:00'),
      endsAt: at('11-24', '11:00'),
    })
  })
})
