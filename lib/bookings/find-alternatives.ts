import { db } from '#lib/db/client.ts'
import { SeatKind } from '#lib/db/generated/enums.ts'
import type { ErrorCode } from '#lib/errors.ts'
import { addMinutes } from '#lib/time.ts'
import { ruleOfKind, type Stretch } from '#lib/venues/policy.ts'
import type { RuleView, SeatToBook } from '#lib/venues/queries.ts'
import { countNotBegun, listOwn, type Own, type SeatWish } from './find-obstacle.ts'
import { distanceOf, freeTimes, isSame, nearestPossible, windowAround } from './free-times.ts'
import { judgeTime, overlaps } from './policy.ts'
import { alternativesOffered } from './schema.ts'

export type Alternative = { seatId: string; label: string; startsAt: Date; endsAt: Date }

/** Refusals that another seat or another time would help; the limit names the booking that is in the way. */
const helpedByAlternatives: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SEAT_TAKEN',
  'SEAT_WITHDRAWN',
  'VERIFIED_ONLY',
  'PERSON_BUSY',
  'MEMBER_BUSY',
  'OWN_BUFFER',
  'END_BEFORE_START',
  'NOT_ON_STEP',
  'TOO_SHORT',
  'TOO_LONG',
  'START_IN_PAST',
  'TOO_SOON',
  'TOO_FAR_AHEAD',
  'OUTSIDE_OPENING_HOURS',
  'CLOSED_THAT_DAY',
  'VENUE_CLOSED',
])

/** Refusals that hold for this seat at every time. */
const aboutTheSeat: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SEAT_WITHDRAWN', 'VERIFIED_ONLY'])

/** How many seats, at most, stand among the alternatives while this seat has other times. */
const otherSeatsOffered = 2

/**
 * Up to three seats and times near a refused wish that this person could book at this moment, nearest first: other seats at
 * the same time (of the same kind and floor before others, by distance), this seat at other times of the day. Each obeys
 * the rule of its own kind.
 */
export async function findAlternatives(
  code: ErrorCode,
  wish: SeatWish,
  now: Date,
): Promise<Alternative[]> {
  if (!helpedByAlternatives.has(code)) return []
  const { seat } = wish
  const freedom = { isByStaff: wish.isByStaff }
  const nearest = nearestPossible({ from: wish.startsAt, to: wish.endsAt }, seat, now, freedom)
  if (!nearest) return []
  const own = await listOwn(db(), wish, now)
  const isFree = !own.some((busy) => overlaps(busy, nearest.time))
  const rules = isFree ? rulesThatAllow(nearest.time, wish, own, now) : []
  const around = await look(seat, nearest, rules, wish.instead?.bookingId)

  const taken = [...around.seatTaken, ...own]
  const times = aboutTheSeat.has(code)
    ? []
    : freeTimes(nearest.aim, seat, taken, now, freedom).filter((time) =>
        isAllowed(seat.rule, time, wish, own, now),
      )

  // Who can have this very seat at the nearest time asks for no other.
  const isOwnSeatNearest = times[0] && isSame(times[0], nearest.time)
  const room = Math.max(
    alternativesOffered - times.length,
    isOwnSeatNearest ? 0 : otherSeatsOffered,
  )
  return [
    ...around.seats.slice(0, room).map((other) => ({ ...other, time: nearest.time })),
    ...times.map((time) => ({ seatId: seat.id, label: seat.label, time })),
  ]
    .filter((one) => !isAsItIs(wish, one))
    .sort((a, b) => distanceOf(a.time, nearest.aim) - distanceOf(b.time, nearest.aim))
    .slice(0, alternativesOffered)
    .map(({ time, ...rest }) => ({ ...rest, startsAt: time.from, endsAt: time.to }))
}

/** A booking that is moved is offered no place that it has. */
function isAsItIs({ instead }: SeatWish, { seatId, time }: { seatId: string; time: Stretch }) {
  if (!instead || seatId !== instead.seatId) return false
  return isSame(time, { from: instead.startsAt, to: instead.endsAt })
}

/** Which kinds of seats this person may have at this time, with the buffer that each needs behind it. */
function rulesThatAllow(time: Stretch, wish: SeatWish, own: Own[], now: Date) {
  const { venue, rules } = wish.seat
  const freedom = { isByStaff: wish.isByStaff }
  return kindsOf(rules).flatMap(({ kind, rule }) =>
    judgeTime(time, { venue, rule }, now, freedom) === null && isAllowed(rule, time, wish, own, now)
      ? [{ kind, bufferMinutes: rule.bufferMinutes }]
      : [],
  )
}

function isAllowed(rule: RuleView, time: Stretch, wish: SeatWish, own: Own[], now: Date): boolean {
  if (wish.isByStaff) return true
  if (rule.isForVerified && !wish.isVerified) return false
  return time.from <= now || countNotBegun(own, wish.seat, rule, now).length < rule.notBegunLimit
}

function kindsOf(rules: RuleView[]): { kind: SeatKind; rule: RuleView }[] {
  return Object.values(SeatKind).flatMap((kind) => {
    const rule = ruleOfKind(rules, kind)
    return rule ? [{ kind, rule }] : []
  })
}

type Around = { seatTaken: Stretch[]; seats: { seatId: string; label: string }[] }

/** All that the database knows for it, in one round trip. The buffer stands before the bookings of the seat: ours must end that early. */
async function look(
  seat: SeatToBook,
  { aim, time }: { aim: Stretch; time: Stretch },
  allowed: { kind: SeatKind; bufferMinutes: number }[],
  exceptId: string | undefined,
): Promise<Around> {
  const { bufferMinutes } = seat.rule
  const { from, to } = windowAround(aim, seat.venue.timeZone)
  const except = exceptId ?? null
  const kinds = allowed.map(({ kind }) => kind)
  const buffers = allowed.map((one) => one.bufferMinutes)
  const [row] = await db().$queryRaw<[AroundRow]>`
    SELECT
      (SELECT json_agg(json_build_object(
          'from', b.starts_at - make_interval(mins => ${bufferMinutes}::int), 'to', b.occupied_until))
        FROM bookings b
        WHERE b.seat_id = ${seat.id}::uuid AND b.cancelled_at IS NULL AND b.released_at IS NULL
          AND b.id IS DISTINCT FROM ${except}::uuid
          AND tstzrange(b.starts_at, b.occupied_until, '[)')
            && tstzrange(${from}::timestamptz, ${addMinutes(to, bufferMinutes)}::timestamptz, '[)')) AS "seatTaken",
      (SELECT json_agg(near) FROM (
        -- Sorted before it is asked who is free, so that only the nearest few are looked up. Asked by a subquery that the
        -- planner cannot turn into a join, which would lose the order.
        SELECT s.id AS "seatId", s.label
        FROM (
          SELECT seats.id, label, occupied_until
          FROM seats
          JOIN (
            SELECT kind, ${time.to}::timestamptz + make_interval(mins => buffer) AS occupied_until
            FROM unnest(${kinds}::text[], ${buffers}::int[]) AS one (kind, buffer)
          ) allowed ON allowed.kind = seats.kind::text
          WHERE venue_id = ${seat.venue.id}::uuid AND withdrawn_at IS NULL AND seats.id <> ${seat.id}::uuid
          ORDER BY seats.kind = ${seat.kind}::"SeatKind" DESC, floor_id = ${seat.floorId}::uuid DESC,
            (x - ${seat.x}::int)::float8 ^ 2 + (y - ${seat.y}::int)::float8 ^ 2, label
          OFFSET 0
        ) s
        WHERE (
          SELECT b.id FROM bookings b
          WHERE b.seat_id = s.id AND b.cancelled_at IS NULL AND b.released_at IS NULL
            AND b.id IS DISTINCT FROM ${except}::uuid
            AND tstzrange(b.starts_at, b.occupied_until, '[)')
              && tstzrange(${time.from}::timestamptz, s.occupied_until, '[)')
          LIMIT 1
        ) IS NULL
        LIMIT ${alternativesOffered}
      ) near) AS seats`
  return { seatTaken: (row.seatTaken ?? []).map(withDates), seats: row.seats ?? [] }
}

/** Instants come out of JSON as text, and an aggregate of nothing is null. */
type AroundRow = {
  seatTaken: { from: string; to: string }[] | null
  seats: { seatId: string; label: string }[] | null
}

function withDates(row: { from: string; to: string }): Stretch {
  return { from: new Date(row.from), to: new Date(row.to) }
}
