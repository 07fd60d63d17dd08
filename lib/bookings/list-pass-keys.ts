import { bytesToHex } from '@noble/hashes/utils.js'
import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { hourMs } from '#lib/time.ts'
import { acceptedFrom } from './check-in-policy.ts'
import { passKeyOf } from './pass-keys.ts'

const aheadMs = 48 * hourMs

/** What a phone needs to draw its member's passes without a network: those running now and those of the next 48 hours. */
export async function listPassKeys(actor: Actor, now: Date) {
  assertCan(actor, 'pass.viewOwn')
  const bookings = await db().booking.findMany({
    where: {
      userId: actor.userId,
      startsAt: { lt: new Date(now.getTime() + aheadMs) },
      endsAt: { gt: now },
      cancelledAt: null,
      releasedAt: null,
      leftAt: null,
    },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      passVersion: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
      rule: { select: { earlyCheckInMinutes: true } },
      seat: {
        select: {
          label: true,
          floor: { select: { name: true } },
          venue: { select: { name: true, timeZone: true } },
        },
      },
    },
  })
  return {
    serverTime: now.getTime(),
    bookings: bookings.map(({ id, passVersion, startsAt, endsAt, checkedInAt, rule, seat }) => ({
      id,
      version: passVersion,
      key: bytesToHex(passKeyOf(id, passVersion)),
      seat: seat.label,
      floor: seat.floor.name,
      venue: seat.venue.name,
      timeZone: seat.venue.timeZone,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      acceptedFrom: acceptedFrom({ startsAt, ...rule }).toISOString(),
      state: checkedInAt ? ('here' as const) : ('expected' as const),
    })),
  }
}
