import { expect, test } from 'vitest'
import { makeActor, makeBooking } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { listPassKeys } from './list-pass-keys.ts'
import { bytesToHex } from '@noble/hashes/utils.js'
import { passKeyOf } from './pass-keys.ts'

const now = new Date('2026-11-25T12:00:00Z')
const hours = (count: number) => addMinutes(now, count * 60)

test('gives a member the keys of what runs and of what begins within 48 hours, and nothing else', async () => {
  const actor = await makeActor({})
  const { userId } = actor
  const mine = (startsAt: Date, rest = {}) =>
    makeBooking({ userId, startsAt, endsAt: addMinutes(startsAt, 60), ...rest })
  await mine(hours(-2), { endsAt: hours(-1) })
  const running = await mine(addMinutes(now, -30), { checkedInAt: now, checkedInById: userId })
  const next = await mine(hours(47), { passVersion: 3 })
  await mine(hours(48))
  await mine(hours(3), { cancelledAt: now, cancelledById: userId })
  await mine(hours(5), { releasedAt: now })
  await makeBooking({ startsAt: hours(7), endsAt: hours(8) })

  const { serverTime, bookings } = await listPassKeys(actor, now)
  expect(serverTime).toBe(now.getTime())
  expect(bookings.map(({ id, version, state }) => ({ id, version, state }))).toEqual([
    { id: running.id, version: 1, state: 'here' },
    { id: next.id, version: 3, state: 'expected' },
  ])
  expect(bookings[1]!.key).toBe(bytesToHex(passKeyOf(next.id, 3)))
  expect(bookings[1]!.key).not.toBe(bytesToHex(passKeyOf(next.id, 2)))
})

test.each(['operator', 'librarian', 'admin'] as const)('a %s has no pass', async (role) => {
  const actor = await makeActor({ role })
  await expect(listPassKeys(actor, now)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
