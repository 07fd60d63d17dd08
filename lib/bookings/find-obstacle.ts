import type { Db, Tx } from '#lib/db/client.ts'
import type { SeatKind } from '#lib/db/generated/enums.ts'
import { DomainError } from '#lib/errors.ts'
import { earlierOf, hourMs, minutesBetween } from '#lib/time.ts'
import { ruleOfKind, type Stretch } from '#lib/venues/policy.ts'
import type { RuleView, SeatToBook } from '#lib/venues/queries.ts'
import { overlaps } from './policy.ts'

export type SeatWish = {
  userId: string
  isVerified: boolean
  /** Whom staff book for is held by neither notice, days ahead, limit nor verification. */
  isByStaff?: boolean
  seat: SeatToBook
  startsAt: Date
  endsAt: Date
  /** End and buffer: what must be free of other bookings of the seat. */
  occupiedUntil: Date
  /** The booking that is to be changed, as it is: it is not in its own way. */
  instead?: { bookingId: string; seatId: string; startsAt: Date; endsAt: Date }
}

/** A booking of the person that neither was cancelled nor released; it lasts until the leave. */
export type Own = Stretch & {
  bookingId: string
  seatId: string
  venueId: string
  kind: SeatKind
  hasCheckedIn: boolean
}

/**
 * What stands against this person on this seat at this time; null when nothing does. Asked before the transaction to spare
 * most losers of a race the lock, and again under the locks of person and seat, when the answer holds.
 */
export async function findObstacle(
  client: Db | Tx,
  wish: SeatWish,
  now: Date,
): Promise<DomainError | null> {
  const { seat } = wish
  const { timeZone } = seat.venue
  if (seat.isWithdrawn) return new DomainError('SEAT_WITHDRAWN', { seat: seat.label, timeZone })
  if (seat.rule.isForVerified && !wish.isVerified && !wish.isByStaff) {
    return new DomainError('VERIFIED_ONLY', { seat: seat.label, timeZone })
  }
  const own = await listOwn(client, wish, now)
  const notBegun = countNotBegun(own, seat, seat.rule, now)
  const limit = seat.rule.notBegunLimit
  if (wish.startsAt > now && notBegun.length >= limit && !wish.isByStaff) {
    const { from: startsAt, to: endsAt, ...first } = await named(client, notBegun[0]!)
    return new DomainError('NOT_BEGUN_LIMIT', { limit, startsAt, endsAt, ...first })
  }
  const busy = own.find((booking) => overlaps(booking, { from: wish.startsAt, to: wish.endsAt }))
  if (busy) {
    const code = wish.isByStaff ? 'MEMBER_BUSY' : 'PERSON_BUSY'
    return new DomainError(code, await named(client, busy))
  }

  const taken = await findTaken(client, wish)
  if (!taken) return null
  const { isOwn, occupiedUntil, ...booking } = taken
  if (isOwn && !wish.isByStaff) {
    // Made since the look at the person's own.
    if (overlaps(taken, { from: wish.startsAt, to: wish.endsAt })) {
      return new DomainError('PERSON_BUSY', { ...booking, seat: seat.label, timeZone })
    }
    const buffer = bufferBetween(taken, wish)
    return new DomainError('OWN_BUFFER', { ...booking, seat: seat.label, buffer, timeZone })
  }
  const { from } = booking
  return new DomainError('SEAT_TAKEN', { seat: seat.label, from, to: occupiedUntil, timeZone })
}

/** A person's bookings that a rule counts: not begun, in its venue, on seats that it judges. */
export function countNotBegun(own: Own[], seat: SeatToBook, rule: RuleView, now: Date): Own[] {
  return own.filter(
    ({ from, hasCheckedIn, venueId, kind }) =>
      from > now &&
      !hasCheckedIn &&
      venueId === seat.venue.id &&
      ruleOfKind(seat.rules, kind)?.id === rule.id,
  )
}

/** The person's own from now or the wish on, in their order. */
export async function listOwn(
  client: Db | Tx,
  { userId, startsAt, instead }: SeatWish,
  now: Date,
): Promise<Own[]> {
  // No booking lasts longer than a day.
  const since = new Date(earlierOf(startsAt, now).getTime() - 24 * hourMs)
  return client.$queryRaw<Own[]>`
    SELECT b.id AS "bookingId", b.seat_id AS "seatId", s.venue_id AS "venueId", s.kind,
      b.starts_at AS "from", greatest(b.starts_at, coalesce(b.left_at, b.ends_at)) AS "to",
      b.checked_in_at IS NOT NULL AS "hasCheckedIn"
    FROM bookings b
    JOIN seats s ON s.id = b.seat_id
    WHERE b.user_id = ${userId}::uuid AND b.starts_at >= ${since}::timestamptz
      AND b.id IS DISTINCT FROM ${instead?.bookingId ?? null}::uuid
      AND b.cancelled_at IS NULL AND b.released_at IS NULL
      -- Who left before the start holds no time at all.
      AND (b.left_at IS NULL OR b.left_at > b.starts_at)
    ORDER BY b.starts_at`
}

/** What is in the way on the wished seat; it keeps the seat until its buffer is over. */
type Taken = Stretch & { bookingId: string; isOwn: boolean; occupiedUntil: Date }

/** The first on the seat that is in the way. */
async function findTaken(client: Db | Tx, wish: SeatWish): Promise<Taken | null> {
  const { userId, seat, startsAt, occupiedUntil, instead } = wish
  const [taken] = await client.$queryRaw<Taken[]>`
    SELECT b.id AS "bookingId", b.user_id = ${userId}::uuid AS "isOwn", b.starts_at AS "from",
      greatest(b.starts_at, coalesce(b.left_at, b.ends_at)) AS "to",
      b.occupied_until AS "occupiedUntil"
    FROM bookings b
    WHERE b.seat_id = ${seat.id}::uuid AND b.cancelled_at IS NULL AND b.released_at IS NULL
      AND b.id IS DISTINCT FROM ${instead?.bookingId ?? null}::uuid
      AND tstzrange(b.starts_at, b.occupied_until, '[)')
        && tstzrange(${startsAt}::timestamptz, ${occupiedUntil}::timestamptz, '[)')
    ORDER BY b.starts_at LIMIT 1`
  return taken ?? null
}

/** Whichever is first is followed by the buffer of the rule that judges it. */
function bufferBetween({ from, to, occupiedUntil }: Taken, { startsAt, seat }: SeatWish): number {
  return from > startsAt ? seat.rule.bufferMinutes : minutesBetween(to, occupiedUntil)
}

/** A person's booking may be in another place with another clock. */
async function named(client: Db | Tx, { bookingId, seatId, from, to }: Own) {
  const seat = await client.seat.findUniqueOrThrow({
    where: { id: seatId },
    select: { label: true, venue: { select: { timeZone: true } } },
  })
  return { bookingId, seat: seat.label, from, to, timeZone: seat.venue.timeZone }
}
