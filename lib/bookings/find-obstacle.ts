import type { Db, Tx } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { earlierOf, hourMs } from '#lib/time.ts'
import type { SeatToBook } from '#lib/venues/queries.ts'
import { overlaps } from './policy.ts'

export type SeatWish = {
  userId: string
  seat: SeatToBook
  startsAt: Date
  endsAt: Date
  /** End and buffer: what must be free of other bookings of the seat. */
  occupiedUntil: Date
}

/** A booking that neither was cancelled nor released. For the person it lasts until the leave, for the seat until the buffer is over. */
type Standing = {
  bookingId: string
  isOwn: boolean
  seatId: string
  from: Date
  to: Date
  hasCheckedIn: boolean
}

/**
 * What stands against this person on this seat at this time, in one round trip; null when nothing does. Asked before the
 * transaction to spare most losers of a race the lock, and again under the locks of person and seat, when the answer holds.
 */
export async function findObstacle(
  client: Db | Tx,
  wish: SeatWish,
  now: Date,
): Promise<DomainError | null> {
  const { seat } = wish
  const { timeZone } = seat.venue
  if (seat.isWithdrawn) return new DomainError('SEAT_WITHDRAWN', { seat: seat.label, timeZone })

  const standing = await listStanding(client, wish, now)
  const own = standing.filter(({ isOwn }) => isOwn)
  const notBegun = own.filter(({ from, hasCheckedIn }) => from > now && !hasCheckedIn)
  const limit = seat.rule.notBegunLimit
  if (wish.startsAt > now && notBegun.length >= limit) {
    const { from: startsAt, to: endsAt, ...first } = await named(client, notBegun[0]!)
    return new DomainError('NOT_BEGUN_LIMIT', { limit, startsAt, endsAt, ...first })
  }
  const busy = own.find((booking) => overlaps(booking, { from: wish.startsAt, to: wish.endsAt }))
  if (busy) return new DomainError('PERSON_BUSY', await named(client, busy))

  const taken = standing.find(({ isOwn }) => !isOwn)
  if (!taken) return null
  return new DomainError('SEAT_TAKEN', {
    seat: seat.label,
    from: taken.from,
    to: taken.to,
    timeZone,
  })
}

/**
 * The person's own from now or the wish on, and the first on the seat that is in the way. Two plain looks at two indexes:
 * the planner spends more time on one clever query than the server on these.
 */
async function listStanding(client: Db | Tx, wish: SeatWish, now: Date): Promise<Standing[]> {
  const { userId, seat, startsAt, occupiedUntil } = wish
  // No booking lasts longer than a day.
  const since = new Date(earlierOf(startsAt, now).getTime() - 24 * hourMs)
  return client.$queryRaw<Standing[]>`
    (SELECT b.id AS "bookingId", true AS "isOwn", b.seat_id AS "seatId", b.starts_at AS "from",
        greatest(b.starts_at, coalesce(b.left_at, b.ends_at)) AS "to",
        b.checked_in_at IS NOT NULL AS "hasCheckedIn"
      FROM bookings b
      WHERE b.user_id = ${userId}::uuid AND b.starts_at >= ${since}::timestamptz
        AND b.cancelled_at IS NULL AND b.released_at IS NULL
      ORDER BY b.starts_at)
    UNION ALL
    (SELECT b.id, false, b.seat_id, b.starts_at, b.occupied_until, false
      FROM bookings b
      WHERE b.seat_id = ${seat.id}::uuid AND b.cancelled_at IS NULL AND b.released_at IS NULL
        AND tstzrange(b.starts_at, b.occupied_until, '[)')
          && tstzrange(${startsAt}::timestamptz, ${occupiedUntil}::timestamptz, '[)')
      ORDER BY b.starts_at LIMIT 1)`
}

/** A person's booking may be in another place with another clock. */
async function named(client: Db | Tx, { bookingId, seatId, from, to }: Standing) {
  const seat = await client.seat.findUniqueOrThrow({
    where: { id: seatId },
    select: { label: true, venue: { select: { timeZone: true } } },
  })
  return { bookingId, seat: seat.label, from, to, timeZone: seat.venue.timeZone }
}
