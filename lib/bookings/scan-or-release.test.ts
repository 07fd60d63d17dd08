import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeUser, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { passStepAt, writePass } from './pass.ts'
import { passKeyOf } from './pass-keys.ts'
import { releaseBooking } from './release-booking.ts'
import { scanPass } from './scan-pass.ts'

const now = new Date('2026-11-25T12:00:10Z')

test('a late scan and the release of a no-show at the same moment: one of them, every time', async () => {
  const admin = await makeActor({ role: 'admin' })
  const venue = await makeVenue()
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, round) => {
      const user = await makeUser({ isVerified: true })
      const seat = await makeSeat({ venue })
      const startsAt = addMinutes(now, -30)
      const { id } = await makeBooking({
        userId: user.id,
        seatId: seat.id,
        startsAt,
        endsAt: addMinutes(now, 30),
      })
      const moment = { bookingId: id, version: 1, step: passStepAt(now.getTime()) }
      const content = writePass(passKeyOf(id, 1), moment)
      const scan = () => scanPass(admin, { key: randomUUID(), venueId: venue.id, content }, now)
      // A scan has further to go, so the release begins later with every round: at first it wins, in the end the scan.
      const release = async () => {
        for (let turn = 0; turn < round; turn++) await db().$queryRaw`SELECT 1`
        return releaseBooking(systemActor('test'), { bookingId: id }, now)
      }
      const [{ verdict }, isReleased] = await Promise.all([scan(), release()])
      const { checkedInAt, releasedAt } = await db().booking.findUniqueOrThrow({ where: { id } })
      expect({
        verdict,
        isReleased,
        isIn: checkedInAt !== null,
        isOut: releasedAt !== null,
      }).toEqual(
        isReleased
          ? { verdict: 'released', isReleased: true, isIn: false, isOut: true }
          : { verdict: 'checkedIn', isReleased: false, isIn: true, isOut: false },
      )
      return verdict
    }),
  )
  expect(new Set(outcomes)).toEqual(new Set(['checkedIn', 'released']))
})
