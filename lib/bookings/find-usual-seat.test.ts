import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { makeActor, makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes, instantOfWallTime } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { findUsualSeat } from './find-usual-seat.ts'

// A Friday; the clocks of Berlin go back on the Sunday after.
const now = new Date('2026-10-23T09:07:00Z')
const timeZone = 'Europe/Berlin'
const at = (day: string, hour: number) => instantOfWallTime(day, hour * 60, timeZone)

let member: UserActor
let seat: Awaited<ReturnType<typeof makeSeat>>
beforeEach(async () => {
  member = await makeActor()
  seat = await makeSeat({ venue: await makeVenue({ timeZone }) })
})

async function sat(day: string, from: number, to: number, seatId = seat.id) {
  await makeBooking({ userId: member.userId, seatId, startsAt: at(day, from), endsAt: at(day, to) })
}

it('is the seat and the hours taken most often, at the same hour when the clocks have changed', async () => {
  const other = await makeSeat()
  // Mondays.
  for (const day of ['2026-10-05', '2026-10-12', '2026-10-19']) await sat(day, 9, 13)
  for (const day of ['2026-10-07', '2026-10-14']) await sat(day, 10, 12, other.id)
  expect(await findUsualSeat(member, now)).toEqual({
    seatId: seat.id,
    label: seat.label,
    startsAt: at('2026-10-26', 9),
    endsAt: at('2026-10-26', 13),
    timeZone,
  })
})

it('goes on to the next week when somebody has it, and what it says can be booked', async () => {
  for (const day of ['2026-10-12', '2026-10-19']) await sat(day, 9, 13)
  const next = { startsAt: at('2026-10-26', 12), endsAt: at('2026-10-26', 14) }
  await makeBooking({ seatId: seat.id, ...next })
  const { seatId, startsAt, endsAt } = (await findUsualSeat(member, now))!
  expect(startsAt).toEqual(at('2026-11-02', 9))
  await bookSeat(member, { key: randomUUID(), seatId, startsAt, endsAt }, now)
  expect(await findUsualSeat(member, now)).toBeNull()
})

it('is none after once, after long ago, and after what was cancelled', async () => {
  await sat('2026-10-19', 9, 13)
  await sat('2026-08-03', 9, 13)
  await makeBooking({
    userId: member.userId,
    seatId: seat.id,
    startsAt: at('2026-10-12', 9),
    endsAt: at('2026-10-12', 13),
    cancelledAt: addMinutes(now, -60 * 24 * 20),
    cancelledById: member.userId,
  })
  expect(await findUsualSeat(member, now)).toBeNull()
})
