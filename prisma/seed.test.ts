import { describe, expect, test } from 'vitest'
import { verifyPassword } from '#lib/accounts/hash-password.ts'
import { stateOfBooking } from '#lib/bookings/policy.ts'
import { db } from '#lib/db/client.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { addMinutes } from '#lib/time.ts'
import { isOpenThroughout } from '#lib/venues/policy.ts'
import { getDefaultVenue } from '#lib/venues/queries.ts'
import { floorPlanSchema, roomOfSeat } from '#lib/venues/schema.ts'
import { seedDemo } from './seed.ts'

const password = 'a password of the demo'

startEachTestEmpty()

describe('the demo', () => {
  // Also at night, and on the night that has 25 hours: bookings must not fall on each other whenever it is made.
  test.each([
    '2026-11-22T11:07:31Z',
    '2026-11-22T23:30:00Z',
    '2026-10-25T00:50:00Z',
    '2027-03-28T00:59:59Z',
  ])('made at %s has everything to be tried out', async (at) => {
    const now = new Date(at)
    expect(await seedDemo({ password, now })).toBe(true)

    const venue = await getDefaultVenue()
    expect(isOpenThroughout(venue, now, addMinutes(now, 24 * 60))).toBe(true)
    const bookings = await db().booking.findMany({ include: { user: true } })
    const states = new Set(bookings.map((booking) => stateOfBooking(booking, now)))
    expect([...states].sort()).toEqual(['cancelled', 'expected', 'finished', 'here', 'noShow'])
    for (const booking of bookings) {
      expect(isOpenThroughout(venue, booking.startsAt, booking.endsAt)).toBe(true)
    }
    const ahead = bookings.filter((booking) => stateOfBooking(booking, now) === 'expected')
    expect(ahead.map(({ user }) => user.email)).not.toContain('member@example.com')
    const notBegun = ahead.filter(({ startsAt }) => startsAt > now).map(({ userId }) => userId)
    expect(new Set(notBegun).size).toBe(notBegun.length)
  })

  test('seats sixty on two floors, of all four kinds, inside their plans', async () => {
    await seedDemo({ password, now: new Date() })
    const floors = await db().floor.findMany({ include: { seats: true } })
    expect(floors.map(({ seats }) => seats.length)).toEqual([30, 30])
    const kinds = floors.flatMap(({ seats }) => seats.map(({ kind }) => kind))
    expect(new Set(kinds).size).toBe(4)
    for (const { plan, width, height, seats } of floors) {
      const parsed = floorPlanSchema.parse(plan)
      for (const seat of seats) {
        const reach = roomOfSeat(parsed, seat).depth / 2
        expect(Math.min(seat.x, seat.y, width - seat.x, height - seat.y)).toBeGreaterThan(reach)
      }
    }
  })

  test('lets the accounts in, each with its one role', async () => {
    await seedDemo({ password, now: new Date() })
    const people = await db().user.findMany({
      where: { passwordHash: { not: null } },
      include: { roles: true },
      orderBy: { email: 'asc' },
    })
    const rolesOf = people.map(({ email, roles }) => [email, ...roles.map(({ role }) => role)])
    expect(rolesOf).toEqual([
      ['admin@example.com', 'admin'],
      ['librarian@example.com', 'librarian'],
      ['member@example.com', 'member'],
      ['operator@example.com', 'operator'],
      ['second@example.com', 'member'],
      ['unverified@example.com', 'member'],
    ])
    expect(people.filter(({ verifiedAt }) => !verifiedAt).map(({ email }) => email)).toEqual([
      'unverified@example.com',
    ])
    expect(await verifyPassword(people[0]!.passwordHash, password)).toBe(true)
  })

  test('is put only where nothing is, however often and however fast it is asked for', async () => {
    const now = new Date()
    const made = await Promise.all([1, 2, 3].map(() => seedDemo({ password, now })))
    expect(made.filter(Boolean)).toHaveLength(1)
    expect(await seedDemo({ password, now })).toBe(false)
    expect(await db().venue.count()).toBe(1)
  })
})
