import type { Prisma } from '#lib/db/generated/client.ts'
import type { Tx } from '#lib/db/client.ts'
import { lockRowsOfBooking } from '#lib/db/locks.ts'

const include = {
  user: { select: { id: true, verifiedAt: true, erasedAt: true } },
  seat: {
    select: {
      venueId: true,
      label: true,
      withdrawnAt: true,
      venue: { select: { timeZone: true } },
    },
  },
  rule: true,
  changes: { where: { undoneAt: null }, orderBy: [{ changedAt: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.BookingInclude

export type LockedBooking = Prisma.BookingGetPayload<{ include: typeof include }>

/**
 * The booking as it is until this transaction ends, or null when there is none, or none of the person `ofUserId`. Takes
 * the rows in the order of all writers: person, seats, booking. Without the first two, an update of a booking and an insert
 * beside it could each wait for the other in the exclusion constraints.
 */
export async function lockBooking(
  tx: Tx,
  bookingId: string,
  wish: { ofUserId?: string; alsoSeatId?: string } = {},
): Promise<LockedBooking | null> {
  if (!(await lockRowsOfBooking(tx, bookingId, wish))) return null
  const booking = await tx.booking.findUniqueOrThrow({ where: { id: bookingId }, include })
  // Who asked to be forgotten while this was under way brings nothing back.
  return wish.ofUserId && booking.user.erasedAt ? null : booking
}
