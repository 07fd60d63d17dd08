import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addMinutes, boundsOfDay, clockAt, dayAt, minutesBetween } from '#lib/time.ts'
import { makeActor, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { getVenue } from '#lib/venues/queries.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { chooseSlot } from './choose-slot.ts'
import { listOwnBookings } from './queries.ts'

type Zone = {
  timeZone: string
  /** A day, the length that it has in hours, what its clock skips, and what it shows twice. */
  days: [day: string, hours: number, skipped: string | null, doubled: string | null][]
}

const zones: Zone[] = [
  {
    timeZone: 'Europe/Berlin',
    days: [
      ['2027-03-28', 23, '02:30', null],
      ['2026-10-25', 25, null, '02:30'],
    ],
  },
  {
    timeZone: 'America/New_York',
    days: [
      ['2027-03-14', 23, '02:30', null],
      ['2026-11-01', 25, null, '01:30'],
    ],
  },
  { timeZone: 'America/Sao_Paulo', days: [['2026-11-01', 24, null, null]] },
  { timeZone: 'Asia/Almaty', days: [['2026-11-01', 24, null, null]] },
  { timeZone: 'Asia/Kathmandu', days: [['2026-11-01', 24, null, null]] },
  {
    timeZone: 'Australia/Lord_Howe',
    days: [
      ['2026-10-04', 23.5, '02:15', null],
      ['2027-04-04', 24.5, null, '01:45'],
    ],
  },
]
const cases = zones.flatMap(({ timeZone, days }) => days.map((day) => [timeZone, ...day] as const))

async function arrange(timeZone: string, day: string) {
  const { id, slug } = await makeVenue({ timeZone })
  const venue = await getVenue(slug)
  const seat = await makeSeat({ venueId: id, floorId: venue.floors[0]!.id })
  const { from: midnight, to } = boundsOfDay(day, timeZone)
  const now = addMinutes(midnight, -5 * 24 * 60)
  return { seat, place: { venue, rule: venue.rule }, midnight, to, now }
}

it.each(cases)(
  'in %s on %s: every wall time booked is the wall time shown',
  async (timeZone, day, hours) => {
    const { seat, place, midnight, to, now } = await arrange(timeZone, day)
    const member = await makeActor()
    expect(minutesBetween(midnight, to)).toBe(hours * 60)
    const { starts } = chooseSlot(place, { day }, now).slot!
    expect(starts).toHaveLength(hours * 4)
    for (const { value, at } of starts.filter((_, index) => index % 5 === 0)) {
      const { slot } = chooseSlot(place, { day, from: value, minutes: 60 }, now)
      expect(slot!.from).toEqual(at)
      const wish = { key: randomUUID(), seatId: seat.id, startsAt: slot!.from, endsAt: slot!.to }
      const { bookingId } = await bookSeat(member, wish, now)
      const shown = (await listOwnBookings(member, now)).find(({ id }) => id === bookingId)!
      expect(clockAt(shown.startsAt, shown.venue.timeZone)).toBe(value.slice(0, 5))
      expect(dayAt(shown.startsAt, shown.venue.timeZone)).toBe(day)
      await cancelBooking(member, { key: randomUUID(), bookingId }, now)
    }
  },
)

it.each(cases.filter(([, , , skipped]) => skipped))(
  'in %s on %s: a time that the clock skips is said not to exist, and the next is shown',
  async (timeZone, day, _hours, skipped) => {
    const { place, now } = await arrange(timeZone, day)
    const chosen = chooseSlot(place, { day, from: skipped! }, now)
    expect(chosen.skipped).toBe(skipped)
    expect(clockAt(chosen.slot!.from, timeZone) > skipped!).toBe(true)
    expect(chosen.slot!.starts.some(({ value }) => value.startsWith(skipped!))).toBe(false)
  },
)

it.each(cases.filter(([, , , , doubled]) => doubled))(
  'in %s on %s: a time that comes twice can be booked both times',
  async (timeZone, day, _hours, _skipped, doubled) => {
    const { seat, place, now } = await arrange(timeZone, day)
    const both = chooseSlot(place, { day }, now).slot!.starts.filter(({ value }) =>
      value.startsWith(doubled!),
    )
    expect(both).toHaveLength(2)
    expect(chooseSlot(place, { day, from: doubled! }, now).skipped).toBeNull()
    const booked = []
    for (const { value } of both) {
      const { slot } = chooseSlot(place, { day, from: value, minutes: 15 }, now)
      const wish = { key: randomUUID(), seatId: seat.id, startsAt: slot!.from, endsAt: slot!.to }
      await bookSeat(await makeActor(), wish, now)
      booked.push(slot!.from.getTime())
    }
    expect(booked[1]! - booked[0]!).toBe(timeZone.endsWith('Howe') ? 30 * 60_000 : 60 * 60_000)
  },
)
