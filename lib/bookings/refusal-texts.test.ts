import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import type { DomainError, ErrorCode } from '#lib/errors.ts'
import { textOfError } from '#lib/i18n/error-text.ts'
import { locales } from '#lib/i18n/locales.ts'
import { makeActor, makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { extendArrival } from './extend-arrival.ts'
import { moveBooking } from './move-booking.ts'
import { restoreBooking } from './restore-booking.ts'
import { shortenBooking } from './shorten-booking.ts'
import { undoChange } from './undo-change.ts'

// A Monday, 14:52 in Kathmandu; the venue is open from 9 to 20, not on Saturdays, and closed on 1 December.
const now = new Date('2026-11-23T09:07:00Z')
const at = (day: string, clock: string) => new Date(`2026-${day}T${clock}:00+05:45`)

let venue: Awaited<ReturnType<typeof makeVenue>>
let member: UserActor

beforeAll(async () => {
  const openingHours = [1, 2, 3, 4, 5, 7].map((weekday) => ({
    weekday,
    opensMinute: 540,
    closesMinute: 1200,
  }))
  venue = await makeVenue({ timeZone: 'Asia/Kathmandu', name: 'Patan', hours: openingHours })
  await db().closure.create({
    data: {
      venueId: venue.id,
      startsAt: at('12-01', '00:00'),
      endsAt: at('12-02', '00:00'),
      reason: 'Tihar',
    },
  })
  member = await makeActor()
})

type Case = { words: string[]; refuse: () => Promise<unknown> }

async function book(
  from: Date,
  to: Date,
  given: { seatId?: string; actor?: UserActor; key?: string } = {},
) {
  const seatId =
    given.seatId ?? (await makeSeat({ venue, label: `K${randomUUID().slice(0, 4)}` })).id
  const { actor = member, key = randomUUID() } = given
  return bookSeat(actor, { key, seatId, startsAt: from, endsAt: to }, now)
}

async function bookingOf(facts: object, { past = false } = {}) {
  const actor = await makeActor()
  const startsAt = past ? at('11-22', '10:00') : at('11-24', '10:00')
  const seatId = (await makeSeat({ venue })).id
  const by = { userId: actor.userId, seatId, startsAt, endsAt: addMinutes(startsAt, 60) }
  const { id } = await makeBooking({ ...by, ...facts })
  return { actor, input: { key: randomUUID(), bookingId: id } }
}

/** A seat of a venue with other numbers, open around the clock. */
async function seatUnder(rule: object, label?: string) {
  const strict = await makeVenue({ timeZone: 'Asia/Kathmandu', name: 'Patan', rule })
  return makeSeat({ venue: strict, ...(label ? { label } : {}) })
}

/** A booking tomorrow from 10 to 11, made long ago. */
async function bookingUnder(rule: object) {
  const actor = await makeActor()
  const seat = await seatUnder(rule)
  const startsAt = at('11-24', '10:00')
  const { id } = await makeBooking({
    seatId: seat.id,
    userId: actor.userId,
    startsAt,
    endsAt: addMinutes(startsAt, 60),
  })
  return {
    actor,
    seat,
    key: randomUUID(),
    bookingId: id,
    startsAt,
    endsAt: addMinutes(startsAt, 60),
  }
}

const cases: Partial<Record<ErrorCode, Case>> = {
  END_BEFORE_START: {
    words: ['15'],
    refuse: () => book(at('11-24', '10:00'), at('11-24', '09:00')),
  },
  NOT_ON_STEP: {
    words: ['15', '10:00'],
    refuse: () => book(at('11-24', '10:05'), at('11-24', '11:00')),
  },
  START_IN_PAST: {
    words: ['14:45'],
    refuse: () => book(at('11-23', '14:00'), at('11-23', '16:00')),
  },
  OUTSIDE_OPENING_HOURS: {
    words: ['Patan', '09:00–20:00'],
    refuse: () => book(at('11-24', '08:00'), at('11-24', '10:00')),
  },
  CLOSED_THAT_DAY: {
    words: ['Patan', '09:00', '29'],
    refuse: () => book(at('11-28', '10:00'), at('11-28', '11:00')),
  },
  VENUE_CLOSED: {
    words: ['Patan', 'Tihar', '00:00'],
    refuse: () => book(at('12-01', '10:00'), at('12-01', '11:00')),
  },
  TOO_LONG: {
    words: ['2', '12:00'],
    refuse: async () => {
      const strict = await makeVenue({ timeZone: 'Asia/Kathmandu', rule: { longestMinutes: 120 } })
      return book(at('11-24', '10:00'), at('11-24', '15:00'), {
        seatId: (await makeSeat({ venue: strict })).id,
      })
    },
  },
  TOO_SHORT: {
    words: ['60', '11:00'],
    refuse: async () => {
      const { id } = await seatUnder({ shortestMinutes: 60 })
      return book(at('11-24', '10:00'), at('11-24', '10:30'), { seatId: id })
    },
  },
  TOO_SOON: {
    words: ['90', '16:30'],
    refuse: async () => {
      const { id } = await seatUnder({ noticeMinutes: 90 })
      return book(at('11-23', '15:00'), at('11-23', '17:00'), { seatId: id })
    },
  },
  TOO_FAR_AHEAD: {
    words: ['7', '30'],
    refuse: async () => {
      const { id } = await seatUnder({ aheadDays: 7 })
      return book(at('12-04', '10:00'), at('12-04', '11:00'), { seatId: id })
    },
  },
  VERIFIED_ONLY: {
    words: ['V1'],
    refuse: async () => {
      const { id } = await seatUnder({ isForVerified: true }, 'V1')
      return book(at('11-24', '10:00'), at('11-24', '11:00'), { seatId: id })
    },
  },
  CHANGE_TOO_LATE: {
    words: ['120', '08:00'],
    refuse: async () => {
      const { actor, key, bookingId } = await bookingUnder({ changeMinutes: 120 })
      return cancelBooking(actor, { key, bookingId }, at('11-24', '09:30'))
    },
  },
  MOVE_CHECKED_IN: {
    words: [],
    refuse: async () => {
      const { actor, seat, ...input } = await bookingUnder({})
      const arrived = { checkedInAt: now, checkedInById: actor.userId }
      await db().booking.update({ where: { id: input.bookingId }, data: arrived })
      return moveBooking(actor, { ...input, seatId: seat.id }, now)
    },
  },
  MOVE_CHANGES_NOTHING: {
    words: [],
    refuse: async () => {
      const { actor, seat, ...input } = await bookingUnder({})
      return moveBooking(actor, { ...input, seatId: seat.id }, now)
    },
  },
  OTHER_VENUE: {
    words: ['Patan'],
    refuse: async () => {
      const { actor, key, bookingId, startsAt, endsAt } = await bookingUnder({})
      const seatId = (await makeSeat()).id
      return moveBooking(actor, { key, bookingId, startsAt, endsAt, seatId }, now)
    },
  },
  NOT_EARLIER: {
    words: ['11:00'],
    refuse: async () => {
      const { actor, key, bookingId, endsAt } = await bookingUnder({})
      return shortenBooking(actor, { key, bookingId, endsAt }, now)
    },
  },
  END_IN_PAST: {
    words: ['10:45'],
    refuse: async () => {
      const { actor, key, bookingId, startsAt } = await bookingUnder({})
      const input = { key, bookingId, endsAt: addMinutes(startsAt, 15) }
      return shortenBooking(actor, input, addMinutes(startsAt, 40))
    },
  },
  NOTHING_TO_UNDO: {
    words: [],
    refuse: async () => {
      const { actor, key, bookingId } = await bookingUnder({})
      return undoChange(actor, { key, bookingId }, now)
    },
  },
  UNDO_TIME_PASSED: {
    words: ['11:00'],
    refuse: async () => {
      const { actor, seat, ...input } = await bookingUnder({})
      const later = { startsAt: at('11-25', '10:00'), endsAt: at('11-25', '11:00') }
      await moveBooking(actor, { ...input, ...later, seatId: seat.id }, now)
      const { bookingId } = input
      return undoChange(actor, { key: randomUUID(), bookingId }, at('11-24', '11:00'))
    },
  },
  CHANGED_BY_STAFF: {
    words: [],
    refuse: async () => {
      const { actor, seat, ...input } = await bookingUnder({})
      const later = { startsAt: at('11-25', '10:00'), endsAt: at('11-25', '11:00') }
      await moveBooking(actor, { ...input, ...later, seatId: seat.id }, now)
      const { bookingId } = input
      const data = { changedById: (await makeActor()).userId }
      await db().bookingChange.updateMany({ where: { bookingId }, data })
      return undoChange(actor, { key: randomUUID(), bookingId }, now)
    },
  },
  ALREADY_EXTENDED: {
    words: ['15', '10:30'],
    refuse: async () => {
      const { actor, key, bookingId } = await bookingUnder({})
      await extendArrival(actor, { key, bookingId }, now)
      return extendArrival(actor, { key: randomUUID(), bookingId }, now)
    },
  },
  EXTEND_CHECKED_IN: {
    words: [],
    refuse: async () => {
      const { actor, input } = await bookingOf({ checkedInAt: now, checkedInById: member.userId })
      return extendArrival(actor, input, now)
    },
  },
  NO_OPENING_AHEAD: {
    words: ['Ruin'],
    refuse: async () => {
      const ruin = await makeVenue({ name: 'Ruin', hours: [] })
      return book(at('11-24', '10:00'), at('11-24', '15:00'), {
        seatId: (await makeSeat({ venue: ruin })).id,
      })
    },
  },
  SEAT_NOT_FOUND: {
    words: [],
    refuse: () => book(at('11-24', '10:00'), at('11-24', '11:00'), { seatId: randomUUID() }),
  },
  SEAT_WITHDRAWN: {
    words: ['W7'],
    refuse: async () => {
      const { id } = await makeSeat({ venue, label: 'W7', withdrawnAt: now })
      return book(at('11-24', '10:00'), at('11-24', '11:00'), { seatId: id })
    },
  },
  SEAT_TAKEN: {
    words: ['T1', '10:00', '11:30'],
    refuse: async () => {
      const { id } = await makeSeat({ venue, label: 'T1' })
      await makeBooking({
        seatId: id,
        startsAt: at('11-24', '10:00'),
        endsAt: at('11-24', '11:30'),
      })
      return book(at('11-24', '10:00'), at('11-24', '11:00'), { seatId: id })
    },
  },
  OWN_BUFFER: {
    words: ['Q1', '14:00', '16:00', '15'],
    refuse: async () => {
      const actor = await makeActor()
      const rule = { bufferMinutes: 15, notBegunLimit: 2 }
      const buffered = await makeVenue({ timeZone: 'Asia/Kathmandu', rule })
      const seatId = (await makeSeat({ venue: buffered, label: 'Q1' })).id
      await book(at('11-24', '14:00'), at('11-24', '16:00'), { actor, seatId })
      return book(at('11-24', '16:00'), at('11-24', '17:00'), { actor, seatId })
    },
  },
  RESTORE_TOO_LATE: {
    words: ['10:15'],
    refuse: async () => {
      const { actor, input } = await bookingOf({})
      await cancelBooking(actor, input, now)
      const late = at('11-24', '10:15')
      return restoreBooking(actor, { ...input, key: randomUUID() }, late)
    },
  },
  PERSON_BUSY: {
    words: ['B1', '14:00', '16:30'],
    refuse: async () => {
      const actor = await makeActor()
      const { id } = await makeSeat({ venue, label: 'B1' })
      const busy = { startsAt: at('11-23', '14:00'), endsAt: at('11-23', '16:30') }
      await makeBooking({ ...busy, seatId: id, userId: actor.userId })
      return book(at('11-23', '15:00'), at('11-23', '16:00'), { actor })
    },
  },
  NOT_BEGUN_LIMIT: {
    words: ['1', 'L1', '10:00'],
    refuse: async () => {
      const actor = await makeActor()
      const { id } = await makeSeat({ venue, label: 'L1' })
      await book(at('11-24', '10:00'), at('11-24', '11:00'), { actor, seatId: id })
      return book(at('11-25', '10:00'), at('11-25', '11:00'), { actor })
    },
  },
  KEY_REUSED: {
    words: [],
    refuse: async () => {
      const [key, actor] = [randomUUID(), await makeActor()]
      await book(at('11-24', '10:00'), at('11-24', '11:00'), { actor, key })
      return book(at('11-25', '10:00'), at('11-25', '11:00'), { actor, key })
    },
  },
  BOOKING_NOT_FOUND: {
    words: [],
    refuse: () => cancelBooking(member, { key: randomUUID(), bookingId: randomUUID() }, now),
  },
  BOOKING_CANCELLED: {
    words: [],
    refuse: async () => {
      const { actor, input } = await bookingOf({})
      await cancelBooking(actor, input, now)
      return cancelBooking(actor, { ...input, key: randomUUID() }, now)
    },
  },
  BOOKING_NOT_CANCELLED: {
    words: [],
    refuse: async () => {
      const { actor, input } = await bookingOf({})
      return restoreBooking(actor, input, now)
    },
  },
  BOOKING_RELEASED: {
    words: ['15'],
    refuse: async () => {
      const { actor, input } = await bookingOf({ releasedAt: now })
      return cancelBooking(actor, input, now)
    },
  },
  BOOKING_ENDED: {
    words: ['11:00'],
    refuse: async () => {
      const { actor, input } = await bookingOf({}, { past: true })
      return cancelBooking(actor, input, now)
    },
  },
  BOOKING_CHECKED_IN: {
    words: [],
    refuse: async () => {
      const { actor, input } = await bookingOf({ checkedInAt: now, checkedInById: member.userId })
      return cancelBooking(actor, input, now)
    },
  },
}

describe.each(Object.entries(cases))('%s', (code, { words, refuse }) => {
  it('reads as a whole sentence in each language, with its numbers and the venue’s clock', async () => {
    const refusal: unknown = await refuse().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code })
    const sentences = locales.map((locale) => textOfError(refusal as DomainError, locale))
    for (const sentence of sentences) {
      for (const word of words) expect(sentence).toContain(word)
      expect(sentence).toMatch(/^[^{}]+[.]$/)
    }
    expect(new Set(sentences).size).toBe(locales.length)
  })
})
