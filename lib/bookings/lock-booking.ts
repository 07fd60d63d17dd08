import type { Prisma } from '#lib/db/generated/client.ts'
import type { Tx } from '#lib/db/client.ts'
import { lockPersonAndSeat } from '#lib/db/locks.ts'

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
  rule: { select: { earlyCheckInMinutes: true, bufferMinutes: true, graceMinutes: true } },
} satisfies Prisma.BookingInclude

export type LockedBooking = Prisma.BookingGetPayload<{ include: typeof include }>

/**
 * The booking as it is until this transaction ends, or null when there is none, or none of the person `ofUserId`: nobody
 * holds up the rows of others by naming them. Takes the rows in the order of all writers: person, seat, booking. Without the first two, an update of a booking and an insert beside it could each wait for the
 * other in the exclusion constraints.
 */
export async function lockBooking(
  tx: Tx,
  bookingId: string,
  ofUserId?: string,
): Promise<LockedBooking | null> {
  const found = await tx.booking.findUnique({
    where: { id: bookingId, userId: ofUserId },
    select: { userId: true, seatId: true },
  })
  if (!found) return null
  await lockPersonAndSeat(tx, found.userId, found.seatId)
  await tx.$executeRaw`SELECT 1 FROM bookings WHERE id = ${bookingId}::uuid FOR UPDATE`
  const booking = await tx.booking.findUniqueOrThrow({ where: { id: bookingId }, include })
  // Who asked to be forgotten while this was under way brings nothing back.
  return ofUserId && booking.user.erasedAt ? null : booking
}
