import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeUser, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { passStepAt, writePass } from './pass.ts'
import { passKeyOf } from './pass-keys.ts'
import { scanPass } from './scan-pass.ts'

const now = new Date('2026-11-25T12:00:10Z')
const start = new Date('2026-11-26T09:00:00Z')
const often = Array.from({ length: 20 }, (_, index) => index)

let member: UserActor

beforeAll(async () => {
  member = await makeActor()
})

/** What became of twenty wishes at once: how many were booked, and the codes of the refusals. */
async function outcomesOf(wishes: Promise<unknown>[]) {
  const results = await Promise.allSettled(wishes)
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  return { booked: results.length - refused.length, refused: [...new Set(refused)] }
}

test('one person after twenty seats for one time has one of them', async () => {
  const venue = await makeVenue({ rule: { notBegunLimit: 100 } })
  const seats = await Promise.all(often.map(() => makeSeat({ venue })))
  const time = { startsAt: start, endsAt: addMinutes(start, 60) }
  const wishes = seats.map(({ id }) =>
    bookSeat(member, { key: randomUUID(), seatId: id, ...time }, now),
  )
  expect(await outcomesOf(wishes)).toEqual({ booked: 1, refused: ['PERSON_BUSY'] })
})

test('one person after twenty times has one booking that has not begun', async () => {
  const venue = await makeVenue()
  const seats = await Promise.all(often.map(() => makeSeat({ venue })))
  const person = await makeActor()
  const wishes = seats.map(({ id }, index) => {
    const startsAt = new Date(start.getTime() + index * hourMs)
    const time = { startsAt, endsAt: addMinutes(startsAt, 60) }
    return bookSeat(person, { key: randomUUID(), seatId: id, ...time }, now)
  })
  expect(await outcomesOf(wishes)).toEqual({ booked: 1, refused: ['NOT_BEGUN_LIMIT'] })
})

test('cancelling at the moment of the scan: one of them has the booking, and the other hears so', async () => {
  const admin = await makeActor({ role: 'admin' })
  const venue = await makeVenue()
  const outcomes = await Promise.all(
    often.map(async (round) => {
      const user = await makeUser({ isVerified: true })
      const { id: seatId } = await makeSeat({ venue })
      const time = { startsAt: addMinutes(now, -5), endsAt: addMinutes(now, 30) }
      const { id } = await makeBooking({ userId: user.id, seatId, ...time })
      const moment = { bookingId: id, version: 1, step: passStepAt(now.getTime()) }
      const content = writePass(passKeyOf(id, 1), moment)
      const scan = () => scanPass(admin, { key: randomUUID(), venueId: venue.id, content }, now)
      const owner = { ...member, userId: user.id }
      // A scan has further to go, so the cancelling begins later with every round.
      const cancel = async () => {
        for (let turn = 0; turn < round; turn++) await db().$queryRaw`SELECT 1`
        return cancelBooking(owner, { key: randomUUID(), bookingId: id }, now).then(
          () => 'done',
          ({ code }) => code,
        )
      }
      const [{ verdict }, cancelling] = await Promise.all([scan(), cancel()])
      const { checkedInAt, cancelledAt } = await db().booking.findUniqueOrThrow({ where: { id } })
      return [verdict, cancelling, checkedInAt !== null, cancelledAt !== null].join(' ')
    }),
  )
  const allowed = ['cancelled done false true', 'checkedIn BOOKING_CHECKED_IN true false']
  for (const outcome of outcomes) expect(allowed).toContain(outcome)
})
