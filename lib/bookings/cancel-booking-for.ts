import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { judgeStanding } from './judge-change.ts'
import { lockBooking } from './lock-booking.ts'
import type { CancelBookingForInput } from './schema.ts'
import { writeCancelling } from './write-cancelling.ts'

/** Staff call a member's booking off, and say why. The member cannot bring it back. */
export async function cancelBookingFor(
  actor: Actor,
  { key, bookingId, reason }: CancelBookingForInput,
  now: Date,
): Promise<{ bookingId: string }> {
  assertCan(actor, 'booking.manage')
  const { userId } = actor
  const input = { bookingId, reason }
  const request = { userId, key, operation: 'booking.cancelFor', input, now }
  return transaction((tx) =>
    once(tx, request, async () => {
      const booking = await lockBooking(tx, bookingId)
      if (!booking) throw new DomainError('NOT_FOUND')
      const refusal = judgeStanding(booking, now)
      if (refusal) throw refusal
      if (booking.checkedInAt) throw new DomainError('MEMBER_CHECKED_IN')
      await writeCancelling(tx, actor, bookingId, now, reason)
      return { bookingId }
    }),
  )
}
