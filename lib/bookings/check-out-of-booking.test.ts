import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { checkOutOfBooking } from './check-out-of-booking.ts'

const now = new Date('2026-11-25T12:00:00Z')
let admin: UserActor

beforeAll(async () => {
  admin = await makeActor({ role: 'admin' })
})

/** A member who came ten minutes ago for a booking that began five minutes ago. */
async function beHere(given: Partial<Parameters<typeof makeBooking>[0]> = {}) {
  const member = await makeActor({})
  const seat = await makeSeat({ venue: await makeVenue({ rule: { bufferMinutes: 10 } }) })
  const booking = await makeBooking({
    userId: member.userId,
    seatId: seat.id,
    startsAt: addMinutes(now, -5),
    endsAt: addMinutes(now, 60),
    checkedInAt: addMinutes(now, -10),
    checkedInById: admin.userId,
    ...given,
  })
  return { member, seat, booking }
}

function checkOut(actor: UserActor, bookingId: string, at = now, key: string = randomUUID()) {
  return checkOutOfBooking(actor, { key, bookingId }, at)
}

test('the member leaves, and the seat is free after the buffer', async () => {
  const { member, seat, booking } = await beHere()
  await checkOut(member, booking.id)
  expect(await db().booking.findUniqueOrThrow({ where: { id: booking.id } })).toMatchObject({
    leftAt: now,
    leftById: member.userId,
    occupiedUntil: addMinutes(now, 10),
  })
  const next = { startsAt: addMinutes(now, 10), endsAt: addMinutes(now, 60) }
  await expect(makeBooking({ seatId: seat.id, ...next })).resolves.toBeTruthy()
})

test('the admin takes out somebody who came early, before the booking begins', async () => {
  const { booking } = await beHere({ startsAt: addMinutes(now, 4) })
  await checkOut(admin, booking.id)
  expect(await db().booking.findUniqueOrThrow({ where: { id: booking.id } })).toMatchObject({
    leftById: admin.userId,
    occupiedUntil: addMinutes(now, 14),
  })
})

test('20 presses at once are one departure', async () => {
  const { member, booking } = await beHere()
  const key = randomUUID()
  await Promise.all(Array.from({ length: 20 }, () => checkOut(member, booking.id, now, key)))
  expect(await db().auditEntry.count({ where: { subjectId: booking.id } })).toBe(1)
})

test('leaving twice, without having come, or after the end is refused', async () => {
  const { member, booking } = await beHere()
  await checkOut(member, booking.id)
  await expect(checkOut(member, booking.id)).rejects.toMatchObject({
    code: 'ALREADY_LEFT',
    details: { at: now },
  })
  const absent = await beHere({ checkedInAt: null, checkedInById: null })
  await expect(checkOut(absent.member, absent.booking.id)).rejects.toMatchObject({
    code: 'NOT_CHECKED_IN',
  })
  const late = await beHere()
  await expect(checkOut(late.member, late.booking.id, addMinutes(now, 60))).rejects.toMatchObject({
    code: 'BOOKING_ENDED',
  })
})

test("another member's booking is nothing that one could know of", async () => {
  const { booking } = await beHere()
  const stranger = await makeActor({})
  const missing = { code: 'BOOKING_NOT_FOUND' }
  await expect(checkOut(stranger, booking.id)).rejects.toMatchObject(missing)
  await expect(checkOut(admin, randomUUID())).rejects.toMatchObject(missing)
})

test.each(['operator', 'librarian'] as const)('a %s takes nobody out', async (role) => {
  const { booking } = await beHere()
  const actor = await makeActor({ role })
  await expect(checkOut(actor, booking.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
