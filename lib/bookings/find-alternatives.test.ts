import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DomainError } from '#lib/errors.ts'
import { makeActor, makeBooking, makeRule, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import type { Alternative } from './find-alternatives.ts'

// The day on which the clocks of Berlin go back is among those that are wished for.
const now = new Date('2026-10-23T09:07:00Z')
const days = 4

const anyPlace = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
  hours: fc.constantFrom<[opens: number, closes: number][]>(
    [[0, 1440]],
    [[540, 1200]],
    [
      [480, 720],
      [780, 1440],
    ],
    [
      [0, 300],
      [1320, 1440],
    ],
  ),
  stepMinutes: fc.constantFrom(15, 30, 60),
  longestMinutes: fc.constantFrom(120, 480, 1440),
  bufferMinutes: fc.constantFrom(0, 10),
  notBegunLimit: fc.constantFrom(1, 2),
  shortestMinutes: fc.constantFrom(15, 60),
  aheadDays: fc.constantFrom(2, 30),
  noticeMinutes: fc.constantFrom(0, 0, 90),
  room: fc.record({
    longestMinutes: fc.constantFrom(60, 240),
    bufferMinutes: fc.constantFrom(0, 30),
    noticeMinutes: fc.constantFrom(0, 120),
    isForVerified: fc.boolean(),
    aheadDays: fc.constantFrom(1, 30),
  }),
})
const anyTime = fc.record({
  minutes: fc.integer({ min: -3, max: days * 96 }).map((quarters) => quarters * 15),
  length: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters * 15),
})
const anyTaken = fc.array(fc.record({ seat: fc.nat(2), time: anyTime }), { maxLength: 25 })
/** Some wishes are off the steps, backwards or endless. */
const anyWish = fc.oneof(
  { weight: 4, arbitrary: anyTime },
  {
    weight: 1,
    arbitrary: fc.record({
      minutes: fc.integer({ min: -300, max: 5_000 }),
      length: fc.integer({ min: -60, max: 3_000 }),
    }),
  },
)

it('whatever is offered in a refusal can be booked at that moment', async () => {
  let offered = 0
  await fc.assert(
    fc.asyncProperty(
      anyPlace,
      anyTaken,
      anyWish,
      fc.boolean(),
      async (place, taken, wish, isBusy) => {
        const { timeZone, hours, room, ...rule } = place
        const openingHours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
          hours.map(([opensMinute, closesMinute]) => ({ weekday, opensMinute, closesMinute })),
        )
        const venue = await makeVenue({ timeZone, hours: openingHours, rule })
        const seats = [
          await makeSeat({ venue }),
          await makeSeat({ venue, kind: 'meetingRoom' }),
          await makeSeat({ venue }),
        ]
        await makeRule({ venueId: venue.id, kind: 'meetingRoom', ...room })
        const member = await makeActor()
        for (const { seat, time } of taken) await occupy(seats[seat]!.id, time)
        if (isBusy)
          await occupy((await makeSeat()).id, { minutes: 600, length: 120 }, member.userId)

        const refusal = await tryToBook(member, seats[0]!.id, span(wish))
        if (!(refusal instanceof DomainError)) return
        const alternatives = (refusal.details.alternatives ?? []) as Alternative[]
        for (const { seatId, startsAt, endsAt } of alternatives) {
          offered++
          const booked = await tryToBook(member, seatId, { startsAt, endsAt })
          expect(booked).toHaveProperty('bookingId')
          if (booked instanceof DomainError) return
          await cancelBooking(member, { key: randomUUID(), ...booked }, now)
        }
      },
    ),
    { numRuns: 80 },
  )
  expect(offered).toBeGreaterThan(30)
}, 120_000)

function span({ minutes, length }: { minutes: number; length: number }) {
  const startsAt = addMinutes(new Date('2026-10-23T09:00:00Z'), minutes)
  return { startsAt, endsAt: addMinutes(startsAt, length) }
}

/** Past every rule; what would overlap is left out. */
async function occupy(seatId: string, time: { minutes: number; length: number }, userId?: string) {
  await makeBooking({ seatId, ...span(time), ...(userId ? { userId } : {}) }).catch(() => undefined)
}

async function tryToBook(
  member: Parameters<typeof bookSeat>[0],
  seatId: string,
  time: { startsAt: Date; endsAt: Date },
) {
  return bookSeat(member, { key: randomUUID(), seatId, ...time }, now).catch((error: unknown) => {
    if (error instanceof DomainError) return error
    throw error
  })
}
