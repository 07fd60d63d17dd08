import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { enqueue } from '#lib/queue/boss.ts'
import { releaseBookingQueue } from '#lib/queue/definitions.ts'
import { judgeStanding } from './judge-change.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { moreMinutes } from './policy.ts'
import type { BookingKeyInput } from './schema.ts'

/** Who is late keeps the seat for 15 minutes more, once. */
export async function extendArrival(
  actor: Actor,
  { key, bookingId }: BookingKeyInput,
  now: Date,
): Promise<{ bookingId: string; until: string }> {
  assertCan(actor, 'booking.extendOwn')
  const { userId } = actor
  const request = { userId, key, operation: 'booking.extend', input: { bookingId }, now }
  return transaction((tx) =>
    once(tx, request, async () => {
      const dueAt = await extend(tx, { bookingId, userId }, now)
      if (!dueAt) throw await refusalOf(tx, { bookingId, userId }, now)
      await writeAudit(tx, actor, now, {
        action: 'booking.extend',
        subjectType: 'booking',
        subjectId: bookingId,
        details: { until: dueAt.toISOString() },
      })
      await enqueue(tx, releaseBookingQueue, { bookingId }, { startAfter: dueAt })
      return { bookingId, until: dueAt.toISOString() }
    }),
  )
}

/** The guard arbitrates with the release: it asks the same row for the same instant, so exactly one of them finds it. */
async function extend(tx: Tx, of: { bookingId: string; userId: string }, now: Date) {
  const [row] = await tx.$queryRaw<{ dueAt: Date }[]>`
    UPDATE bookings
    SET release_due_at = greatest(release_due_at, ${now}::timestamptz)
        + make_interval(mins => ${moreMinutes}::int),
      extended_at = ${now}::timestamptz, warned_at = NULL
    WHERE id = ${of.bookingId}::uuid AND user_id = ${of.userId}::uuid
      AND cancelled_at IS NULL AND released_at IS NULL AND checked_in_at IS NULL
      AND extended_at IS NULL AND ends_at > ${now}::timestamptz
    RETURNING release_due_at AS "dueAt"`
  return row?.dueAt
}

async function refusalOf(
  tx: Tx,
  { bookingId, userId }: { bookingId: string; userId: string },
  now: Date,
): Promise<DomainError> {
  const booking = await lockBooking(tx, bookingId, { ofUserId: userId })
  if (!booking) return new DomainError('BOOKING_NOT_FOUND')
  return judgeStanding(booking, now) ?? judgeArrival(booking)
}

function judgeArrival(booking: LockedBooking): DomainError {
  if (booking.checkedInAt) return new DomainError('EXTEND_CHECKED_IN')
  const { timeZone } = booking.seat.venue
  return new DomainError('ALREADY_EXTENDED', { until: booking.releaseDueAt, timeZone })
}
