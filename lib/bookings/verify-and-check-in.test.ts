import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { cancelBooking } from './cancel-booking.ts'
import { passStepAt, writePass } from './pass.ts'
import { passKeyOf } from './pass-keys.ts'
import { restoreBooking } from './restore-booking.ts'
import { scanPass } from './scan-pass.ts'
import { verifyAndCheckIn } from './verify-and-check-in.ts'

const now = new Date('2026-11-25T12:00:10Z')
let admin: UserActor
let venue: Awaited<ReturnType<typeof makeVenue>>

beforeAll(async () => {
  admin = await makeActor({ role: 'admin' })
  venue = await makeVenue()
})

/** A booking of a person nobody verified, and the amber scan of its pass. */
async function meetStranger() {
  const seat = await makeSeat({ venue })
  const booking = await makeBooking({
    seatId: seat.id,
    startsAt: new Date('2026-11-25T12:00:00Z'),
    endsAt: new Date('2026-11-25T13:00:00Z'),
  })
  const moment = { bookingId: booking.id, version: 1, step: passStepAt(now.getTime()) }
  const content = writePass(passKeyOf(booking.id, 1), moment)
  const scan = { key: randomUUID(), venueId: venue.id, content }
  const { scanId } = await scanPass(admin, scan, now)
  return { booking, scanId, scan }
}

function verify(scanId: string, { at = now, key = randomUUID() as string, note = '' } = {}) {
  return verifyAndCheckIn(admin, { key, scanId, note }, at)
}

function personOf({ userId }: { userId: string }) {
  return db().user.findUniqueOrThrow({ where: { id: userId } })
}

test('verifies the person and checks them in, in one step, with the note where erasure finds it', async () => {
  const { booking, scanId } = await meetStranger()
  const at = addMinutes(now, 1)
  const verdict = await verify(scanId, { at, note: 'Student card 7' })
  expect(verdict).toMatchObject({ verdict: 'checkedIn', booking: { isPersonVerified: true } })
  expect(await personOf(booking)).toMatchObject({
    verifiedAt: at,
    verifiedById: admin.userId,
    verificationNote: 'Student card 7',
  })
  const audit = await db().auditEntry.findFirstOrThrow({ where: { subjectId: booking.userId } })
  expect(audit).toMatchObject({ action: 'user.verify', personal: { note: 'Student card 7' } })
  expect(JSON.stringify(audit.details)).not.toContain('Student')
  const kept = await db().requestKey.findFirstOrThrow({ where: { userId: admin.userId } })
  expect(JSON.stringify(kept)).not.toContain('Student')
})

test('20 presses of one button are one verification and one check-in', async () => {
  const { booking, scanId } = await meetStranger()
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify(scanId, { key })))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const entries = { subjectId: { in: [booking.id, booking.userId] } }
  expect(await db().auditEntry.count({ where: entries })).toBe(2)
})

test('the pass that was verified cannot be used again', async () => {
  const { scanId, scan } = await meetStranger()
  await verify(scanId)
  expect((await scanPass(admin, { ...scan, key: randomUUID() }, now)).verdict).toBe('used')
})

test('somebody else was quicker: the person is in, and verified once', async () => {
  const { booking, scanId } = await meetStranger()
  await verify(scanId)
  const first = await personOf(booking)
  expect((await verify(scanId, { at: addMinutes(now, 2) })).verdict).toBe('alreadyIn')
  expect(await personOf(booking)).toEqual(first)
})

test('cancelled while the admin looked: the person is verified, the booking stays cancelled', async () => {
  const { booking, scanId } = await meetStranger()
  await db().booking.update({
    where: { id: booking.id },
    data: { cancelledAt: now, cancelledById: booking.userId },
  })
  expect((await verify(scanId)).verdict).toBe('cancelled')
  expect((await personOf(booking)).verifiedAt).toEqual(now)
  const after = await db().booking.findUniqueOrThrow({ where: { id: booking.id } })
  expect(after.checkedInAt).toBeNull()
})

test('cancelled and brought back while the admin looked: the pass they saw is worth nothing', async () => {
  const { booking, scanId } = await meetStranger()
  const member = await makeActor({ user: await personOf(booking) })
  const press = () => ({ key: randomUUID(), bookingId: booking.id })
  await cancelBooking(member, press(), now)
  await restoreBooking(member, press(), now)
  expect((await verify(scanId)).verdict).toBe('replaced')
  const after = await db().booking.findUniqueOrThrow({ where: { id: booking.id } })
  expect(after.checkedInAt).toBeNull()
})

test('an amber verdict is answered within ten minutes, by who saw it, and only an amber one', async () => {
  const { scanId } = await meetStranger()
  const missing = { code: 'SCAN_NOT_FOUND' }
  await expect(verify(scanId, { at: addMinutes(now, 10) })).rejects.toMatchObject(missing)
  const colleague = await makeActor({ role: 'admin' })
  await expect(
    verifyAndCheckIn(colleague, { key: randomUUID(), scanId }, now),
  ).rejects.toMatchObject(missing)
  const foreign = { key: randomUUID(), venueId: venue.id, content: 'https://example.com' }
  await scanPass(admin, foreign, now)
  await expect(verify(foreign.key)).rejects.toMatchObject(missing)
  await expect(verify(randomUUID())).rejects.toMatchObject(missing)
})

test.each(['member', 'operator', 'librarian'] as const)('a %s verifies nobody', async (role) => {
  const { scanId } = await meetStranger()
  const actor = await makeActor({ role })
  await expect(verifyAndCheckIn(actor, { key: randomUUID(), scanId }, now)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})
