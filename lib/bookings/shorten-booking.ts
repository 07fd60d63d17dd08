import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes, ceilToStep } from '#lib/time.ts'
import { judgeLateChange, judgeStanding } from './judge-change.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { judgeLength } from './policy.ts'
import type { ShortenBookingInput } from './schema.ts'
import { writeChange } from './write-change.ts'

/** Ends one's own booking earlier, a running one too; the rest of the time is free for others. Judged by its own rule. */
export async function shortenBooking(
  actor: Actor,
  { key, ...input }: ShortenBookingInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.moveOwn')
  const { userId } = actor
  const { bookingId, endsAt } = input
  const request = { userId, key, operation: 'booking.shorten', input, now }
  return transaction((tx) =>
    once(tx, request, async () => {
      const booking = await lockBooking(tx, bookingId, { ofUserId: userId })
      if (!booking) throw new DomainError('BOOKING_NOT_FOUND')
      const refusal = judge(booking, endsAt, now)
      if (refusal) throw refusal
      const { seatId, startsAt, ruleId, releaseDueAt, rule } = booking
      const occupiedUntil = addMinutes(endsAt, rule.bufferMinutes)
      const place = { seatId, startsAt, endsAt, ruleId, releaseDueAt, occupiedUntil }
      await writeChange(tx, actor, booking, place, now, { action: 'booking.shorten' })
      return { bookingId }
    }),
  )
}

function judge(booking: LockedBooking, endsAt: Date, now: Date): DomainError | null {
  const { timeZone } = booking.seat.venue
  const { rule, startsAt } = booking
  // Who is there gives time back as by leaving early: no rule of late changes is against that.
  const fixed =
    judgeStanding(booking, now) ??
    (booking.checkedInAt ? null : judgeLateChange(booking, timeZone, now))
  if (fixed) return fixed
  if (endsAt >= booking.endsAt) {
    return new DomainError('NOT_EARLIER', { endsAt: booking.endsAt, timeZone })
  }
  const badLength = judgeLength({ from: startsAt, to: endsAt }, rule, timeZone)
  if (badLength) return badLength
  const earliest = ceilToStep(now, rule.stepMinutes, timeZone)
  return endsAt < now ? new DomainError('END_IN_PAST', { earliest, timeZone }) : null
}
