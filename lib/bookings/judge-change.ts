import { DomainError } from '#lib/errors.ts'
import { addMinutes } from '#lib/time.ts'
import { hasEnded } from './policy.ts'
import type { LockedBooking } from './lock-booking.ts'

/** What was done so lately may be taken back whatever the rule says of late changes. */
export const undoMinutes = 5

/** Why a booking can no longer be changed by anybody: cancelled, released, left or over. */
export function judgeStanding(booking: LockedBooking, now: Date): DomainError | null {
  const { timeZone } = booking.seat.venue
  if (booking.cancelledAt) return new DomainError('BOOKING_CANCELLED')
  if (booking.releasedAt) {
    return new DomainError('BOOKING_RELEASED', { grace: booking.rule.graceMinutes })
  }
  if (booking.leftAt || hasEnded(booking, now)) {
    return new DomainError('BOOKING_ENDED', { at: booking.leftAt ?? booking.endsAt, timeZone })
  }
  return null
}

/** Whether it is too late for a member, by the rule that judged the booking. */
export function judgeLateChange(
  booking: LateChangeFacts,
  timeZone: string,
  now: Date,
): DomainError | null {
  const { changeMinutes: minutes } = booking.rule
  if (minutes === 0) return null
  const until = addMinutes(booking.startsAt, -minutes)
  const doneAt = booking.changes[0]?.changedAt ?? booking.madeAt
  if (now <= until || now < addMinutes(doneAt, undoMinutes)) return null
  return new DomainError('CHANGE_TOO_LATE', { minutes, until, timeZone })
}

type LateChangeFacts = {
  startsAt: Date
  madeAt: Date
  rule: { changeMinutes: number }
  /** The last one, if any. */
  changes: readonly { changedAt: Date }[]
}
