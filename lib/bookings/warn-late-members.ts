import type { Actor } from '#lib/access/actor.ts'
import { assertSystemCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { addMinutes } from '#lib/time.ts'
import { warnMinutes } from './policy.ts'

/**
 * Marks whose seat will be released in five minutes or less, each once: the guard is in the update, so it may run as often
 * as it likes. Returns the bookings, for whoever tells their people.
 */
export async function warnLateMembers(actor: Actor, now: Date): Promise<string[]> {
  assertSystemCan(actor, 'booking.warn')
  const warned = await db().$queryRaw<{ id: string }[]>`
    UPDATE bookings SET warned_at = ${now}::timestamptz
    WHERE release_due_at <= ${addMinutes(now, warnMinutes)}::timestamptz
      AND release_due_at > ${now}::timestamptz AND warned_at IS NULL
      AND starts_at <= ${now}::timestamptz AND ends_at > ${now}::timestamptz
      AND cancelled_at IS NULL AND released_at IS NULL AND checked_in_at IS NULL
    RETURNING id`
  return warned.map(({ id }) => id)
}
