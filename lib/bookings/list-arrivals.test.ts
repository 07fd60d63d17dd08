import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeActor, makeBooking, makeSeat, makeUser, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { listArrivals } from './list-arrivals.ts'

// 21:30 in Berlin: the day of the venue has two and a half hours left, that of Kathmandu has begun anew.
const now = new Date('2026-11-25T20:30:00Z')

test('lists who is here and who is still expected today at this venue, the next first', async () => {
  const admin = await makeActor({ role: 'admin' })
  const venue = await makeVenue()
  const book = async (name: string, startsInMinutes: number, rest = {}, place = venue) => {
    const startsAt = addMinutes(now, startsInMinutes)
    const { id: userId } = await makeUser({ name })
    const { id: seatId } = await makeSeat({ venue: place })
    await makeBooking({ userId, seatId, startsAt, endsAt: addMinutes(startsAt, 60), ...rest })
  }
  const by = { checkedInById: admin.userId, checkedInAt: now }
  await book('Later today', 120)
  await book('Here', -30, by)
  await book('Tomorrow', 150)
  await book('Over', -61)
  await book('Cancelled', 10, { cancelledAt: now, cancelledById: admin.userId })
  await book('Released', -20, { releasedAt: now })
  await book('Gone', -20, { ...by, leftAt: now, leftById: admin.userId })
  await book('Elsewhere', 10, {}, await makeVenue())

  const rows = await listArrivals(admin, { venueId: venue.id }, now)
  expect(rows.map(({ personName, state }) => [personName, state])).toEqual([
    ['Here', 'here'],
    ['Later today', 'expected'],
  ])
})

test('of a venue that is not there, nothing is listed', async () => {
  const admin = await makeActor({ role: 'admin' })
  await expect(listArrivals(admin, { venueId: randomUUID() }, now)).rejects.toMatchObject({
    code: 'VENUE_NOT_FOUND',
  })
})
