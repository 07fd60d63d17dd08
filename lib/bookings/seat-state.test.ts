import { describe, expect, it } from 'vitest'
import { makeActor, makeBooking, makeRule, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { listSeatDays } from './list-seat-days.ts'
import { listSeatAvailability } from './queries.ts'
import { seatStateAt } from './seat-state.ts'

const day = '2026-11-24'
const midnight = new Date('2026-11-23T23:00:00Z')
const minute = (minutes: number) => addMinutes(midnight, minutes)

/** Numbers that look random and are the same each time. */
function makeDice(seed: number) {
  return (sides: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % sides
  }
}

/** Bookings in steps of a quarter of an hour over two days, some without a gap, some of `userId`. */
async function fillSeat(seatId: string, userId: string, roll: (sides: number) => number) {
  let at = roll(40) * 15
  while (at < 2 * 24 * 60) {
    const length = (1 + roll(20)) * 15
    const mine = roll(2) === 0 ? { userId } : {}
    await makeBooking({ seatId, ...mine, startsAt: minute(at), endsAt: minute(at + length) })
    at += length + 30 + (roll(3) === 0 ? 0 : roll(30) * 15)
  }
}

describe('the state of a seat in the browser', () => {
  it('is what the database says, for any time of the day', async () => {
    const roll = makeDice(20261124)
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      opensMinute: 7 * 60,
      closesMinute: 24 * 60,
    }))
    const venue = await makeVenue({ hours, rule: { bufferMinutes: 30 } })
    await makeRule({ venueId: venue.id, kind: 'quietDesk', bufferMinutes: 15 })
    const member = await makeActor()
    for (let n = 0; n < 6; n++) {
      const { id } = await makeSeat({ venue, kind: n % 2 ? 'desk' : 'quietDesk' })
      if (n > 0) await fillSeat(id, n === 1 ? member.userId : (await makeActor()).userId, roll)
    }
    const { open, seats } = await listSeatDays(member, { venueId: venue.id, day })
    const stretches = open.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
    const seen = new Set<string>()
    for (let n = 0; n < 60; n++) {
      const from = minute(roll(96) * 15)
      const time = { from, to: addMinutes(from, (1 + roll(24)) * 15) }
      const told = await listSeatAvailability(member, { venueId: venue.id, ...time })
      const computed = seats.map(({ seatId, bufferMinutes, held }) => {
        const times = held.map(([start, end, mine]) => ({
          from: new Date(start),
          to: new Date(end),
          isMine: mine === 1,
        }))
        return { seatId, ...seatStateAt({ seatId, bufferMinutes, held: times }, time, stretches) }
      })
      expect(computed).toEqual(told)
      for (const { state } of told) seen.add(state)
    }
    expect([...seen].sort()).toEqual(['closed', 'free', 'mine', 'taken'])
  })

  it('tells nobody’s name, and nothing of withdrawn seats', async () => {
    const venue = await makeVenue()
    const { id: seatId } = await makeSeat({ venue })
    await makeSeat({ venue, withdrawnAt: midnight })
    await makeBooking({ seatId, startsAt: minute(600), endsAt: minute(660) })
    const { seats } = await listSeatDays(await makeActor(), { venueId: venue.id, day })
    const held = [[minute(600).getTime(), minute(660).getTime()]]
    expect(seats).toEqual([{ seatId, bufferMinutes: 0, held }])
  })
})
