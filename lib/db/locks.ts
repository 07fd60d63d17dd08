import type { Tx } from './client.ts'

// Every writer takes its locks in one order: the request's key, the person, the seats by id, the booking. NO KEY UPDATE
// because these rows are not changed themselves: what refers to them by foreign key may go on being written.

/** Holds a person as they are until this transaction ends. */
export async function lockPerson(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
}

/** Both in one round trip: the seat's row is not reached before the person's is locked. Tells what became of both meanwhile. */
export async function lockPersonAndSeat(
  tx: Tx,
  userId: string,
  seatId: string,
): Promise<{ isWithdrawn: boolean; isErased: boolean }> {
  const [seat] = await tx.$queryRaw<[{ isWithdrawn: boolean; isErased: boolean }]>`
    WITH person AS MATERIALIZED (
      SELECT id, erased_at FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE
    )
    SELECT withdrawn_at IS NOT NULL AS "isWithdrawn",
      (SELECT erased_at IS NOT NULL FROM person) AS "isErased"
    FROM seats
    WHERE id = ${seatId}::uuid AND EXISTS (SELECT FROM person)
    FOR NO KEY UPDATE`
  return seat
}

/**
 * The person of a booking, its seat, `alsoSeatId` when the booking is to go there, and the booking. The seat is looked up
 * when the person is locked: until then a move may have changed it. False when there is no such booking, or none of the
 * person `ofUserId`: nobody holds up the rows of others by naming them.
 */
export async function lockRowsOfBooking(
  tx: Tx,
  bookingId: string,
  { ofUserId, alsoSeatId }: { ofUserId?: string; alsoSeatId?: string } = {},
): Promise<boolean> {
  const people = await tx.$queryRaw<unknown[]>`
    SELECT FROM users
    WHERE id = (SELECT user_id FROM bookings WHERE id = ${bookingId}::uuid)
      AND id = coalesce(${ofUserId ?? null}::uuid, id)
    FOR NO KEY UPDATE`
  if (people.length === 0) return false
  await tx.$executeRaw`
    SELECT FROM seats
    WHERE id = (SELECT seat_id FROM bookings WHERE id = ${bookingId}::uuid)
      OR id = ${alsoSeatId ?? null}::uuid
    ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`SELECT FROM bookings WHERE id = ${bookingId}::uuid FOR UPDATE`
  return true
}
