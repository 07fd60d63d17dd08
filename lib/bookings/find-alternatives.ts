import { db } from '#lib/db/client.ts'
import type { ErrorCode } from '#lib/errors.ts'
import { addMinutes, earlierOf, hourMs } from '#lib/time.ts'
import type { Stretch } from '#lib/venues/policy.ts'
import type { SeatToBook } from '#lib/venues/queries.ts'
import type { SeatWish } from './find-obstacle.ts'
import { distanceOf, freeTimes, isSame, nearestPossible, overlaps, windowAround } from './policy.ts'
import { alternativesOffered } from './schema.ts'

export type Alternative = { seatId: string; label: string; startsAt: Date; endsAt: Date }

/** Refusals that another seat or another time would help; the limit names the booking that is in the way. */
const helpedByAlternatives: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SEAT_TAKEN',
  'SEAT_WITHDRAWN',
  'PERSON_BUSY',
  'END_BEFORE_START',
  'NOT_ON_STEP',
  'TOO_LONG',
  'START_IN_PAST',
  'OUTSIDE_OPENING_HOURS',
  'CLOSED_THAT_DAY',
  'VENUE_CLOSED',
])

/** How many seats, at most, stand among the alternatives while this seat has other times. */
const otherSeatsOffered = 2

/**
 * Up to three seats and times near a refused wish that this person could book at this moment, nearest first: other seats at
 * the same time (of the same kind and floor before others, by distance), this seat at other times of the day.
 */
export async function findAlternatives(
  code: ErrorCode,
  wish: SeatWish,
  now: Date,
): Promise<Alternative[]> {
  if (!helpedByAlternatives.has(code)) return []
  const { seat } = wish
  const nearest = nearestPossible({ from: wish.startsAt, to: wish.endsAt }, seat, now)
  if (!nearest) return []
  const around = await look(wish.userId, seat, nearest, now)

  const notBegun = around.own.filter(({ hasBegun }) => !hasBegun)
  const mayWait = notBegun.length < seat.rule.notBegunLimit
  const isAllowed = (time: Stretch) => mayWait || time.from <= now
  const isFree = !around.own.some((own) => overlaps(own, nearest.time))
  const seats = isFree && isAllowed(nearest.time) ? around.seats : []
  const taken = [...around.seatTaken, ...around.own]
  const times =
    code === 'SEAT_WITHDRAWN' ? [] : freeTimes(nearest.aim, seat, taken, now).filter(isAllowed)

  // Who can have this very seat at the nearest time asks for no other.
  const isOwnSeatNearest = times[0] && isSame(times[0], nearest.time)
  const room = Math.max(
    alternativesOffered - times.length,
    isOwnSeatNearest ? 0 : otherSeatsOffered,
  )
  return [
    ...seats.slice(0, room).map(({ id, label }) => ({ seatId: id, label, time: nearest.time })),
    ...times.map((time) => ({ seatId: seat.id, label: seat.label, time })),
  ]
    .sort((a, b) => distanceOf(a.time, nearest.aim) - distanceOf(b.time, nearest.aim))
    .slice(0, alternativesOffered)
    .map(({ time, ...rest }) => ({ ...rest, startsAt: time.from, endsAt: time.to }))
}

type Around = {
  seatTaken: Stretch[]
  own: (Stretch & { hasBegun: boolean })[]
  seats: { id: string; label: string }[]
}

/** All that the database knows for it, in one round trip. The buffer stands before the bookings of the seat: ours must end that early. */
async function look(
  userId: string,
  seat: SeatToBook,
  { aim, time }: { aim: Stretch; time: Stretch },
  now: Date,
): Promise<Around> {
  const { bufferMinutes } = seat.rule
  const { from, to } = windowAround(aim, seat.venue.timeZone)
  // No booking lasts longer than a day.
  const since = new Date(earlierOf(from, now).getTime() - 24 * hourMs)
  const [row] = await db().$queryRaw<[AroundRow]>`
    SELECT
      (SELECT json_agg(json_build_object(
          'from', b.starts_at - make_interval(mins => ${bufferMinutes}::int), 'to', b.occupied_until))
        FROM bookings b
        WHERE b.seat_id = ${seat.id}::uuid AND b.cancelled_at IS NULL AND b.released_at IS NULL
          AND tstzrange(b.starts_at, b.occupied_until, '[)')
            && tstzrange(${from}::timestamptz, ${addMinutes(to, bufferMinutes)}::timestamptz, '[)')) AS "seatTaken",
      (SELECT json_agg(json_build_object(
          'from', b.starts_at, 'to', greatest(b.starts_at, coalesce(b.left_at, b.ends_at)),
          'hasBegun', b.checked_in_at IS NOT NULL OR b.starts_at <= ${now}::timestamptz))
        FROM bookings b
        WHERE b.user_id = ${userId}::uuid AND b.starts_at >= ${since}::timestamptz
          AND b.cancelled_at IS NULL AND b.released_at IS NULL) AS own,
      (SELECT json_agg(near) FROM (
        -- Sorted before it is asked who is free, so that only the nearest few are looked up.
        SELECT s.id, s.label
        FROM (
          SELECT id, label FROM seats
          WHERE venue_id = ${seat.venue.id}::uuid AND withdrawn_at IS NULL AND id <> ${seat.id}::uuid
          ORDER BY kind = ${seat.kind}::"SeatKind" DESC, floor_id = ${seat.floorId}::uuid DESC,
            (x - ${seat.x}::int)::float8 ^ 2 + (y - ${seat.y}::int)::float8 ^ 2, label
          OFFSET 0
        ) s
        WHERE NOT EXISTS (
          SELECT FROM bookings b
          WHERE b.seat_id = s.id AND b.cancelled_at IS NULL AND b.released_at IS NULL
            AND tstzrange(b.starts_at, b.occupied_until, '[)')
              && tstzrange(${time.from}::timestamptz, ${addMinutes(time.to, bufferMinutes)}::timestamptz, '[)'))
        LIMIT ${alternativesOffered}
      ) near) AS seats`
  return {
    seatTaken: (row.seatTaken ?? []).map(withDates),
    own: (row.own ?? []).map(withDates),
    seats: row.seats ?? [],
  }
}

/** Instants come out of JSON as text, and an aggregate of nothing is null. */
type AroundRow = {
  seatTaken: { from: string; to: string }[] | null
  own: { from: string; to: string; hasBegun: boolean }[] | null
  seats: { id: string; label: string }[] | null
}

function withDates<T extends { from: string; to: string }>(row: T) {
  return { ...row, from: new Date(row.from), to: new Date(row.to) }
}
