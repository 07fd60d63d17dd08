import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { SeatKind } from '#lib/db/generated/enums.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes } from '#lib/time.ts'
import { triedBookingsShown, type TrialReason, type TryRuleInput } from './schema.ts'

const daysBack = 30

export type TriedBooking = {
  bookingId: string
  personName: string
  seat: string
  startsAt: Date
  endsAt: Date
  madeAt: Date
  reasons: TrialReason[]
}

export type TrialOfRule = {
  total: number
  refused: number
  byReason: Partial<Record<TrialReason, number>>
  /** The latest of those that would have been refused. */
  bookings: TriedBooking[]
}

/**
 * What numbers would have refused of the last thirty days' bookings that stood, had they judged each when it was made. The
 * database counts; only the few that are shown leave it.
 */
export async function tryRule(actor: Actor, rule: TryRuleInput, now: Date): Promise<TrialOfRule> {
  assertCan(actor, 'rule.manage')
  const venue = await db().venue.findUnique({
    where: { id: rule.venueId },
    select: { timeZone: true, bookingRules: { where: { retiredAt: null } } },
  })
  if (!venue) throw new DomainError('VENUE_NOT_FOUND')
  const others = venue.bookingRules.flatMap(({ kind }) => kind ?? [])
  const [row] = await select(rule, { timeZone: venue.timeZone, others }, now)
  return {
    ...row,
    byReason: row.byReason ?? {},
    bookings: (row.bookings ?? []).map(({ startsAt, endsAt, madeAt, ...booking }) => ({
      ...booking,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      madeAt: new Date(madeAt),
    })),
  }
}

/** Instants come out of JSON as text, and an aggregate of nothing is null. */
type TrialRow = Omit<TrialOfRule, 'byReason' | 'bookings'> & {
  byReason: TrialOfRule['byReason'] | null
  bookings:
    | (Omit<TriedBooking, 'startsAt' | 'endsAt' | 'madeAt'> &
        Record<'startsAt' | 'endsAt' | 'madeAt', string>)[]
    | null
}

async function select(
  rule: TryRuleInput,
  { timeZone, others }: { timeZone: string; others: SeatKind[] },
  now: Date,
): Promise<[TrialRow]> {
  const since = addMinutes(now, -daysBack * 24 * 60)
  const { stepMinutes: step, bufferMinutes: buffer } = rule
  const isJudged = (seat: Prisma.Sql) => Prisma.sql`
    ${seat}.venue_id = ${rule.venueId}::uuid
      AND CASE WHEN ${rule.kind}::text IS NULL THEN ${seat}.kind::text <> ALL (${others}::text[])
        ELSE ${seat}.kind::text = ${rule.kind}::text END`
  return db().$queryRaw<[TrialRow]>`
    WITH tried AS MATERIALIZED (
      SELECT b.id, b.user_id, s.label, b.starts_at, b.ends_at, b.made_at, array_remove(ARRAY[
        CASE WHEN ${isOffStep('starts_at', step, timeZone)} OR ${isOffStep('ends_at', step, timeZone)}
          THEN 'NOT_ON_STEP' END,
        CASE WHEN b.ends_at - b.starts_at < make_interval(mins => ${rule.shortestMinutes}::int)
          THEN 'TOO_SHORT' END,
        CASE WHEN b.ends_at - b.starts_at > make_interval(mins => ${rule.longestMinutes}::int)
          THEN 'TOO_LONG' END,
        CASE WHEN ${rule.noticeMinutes}::int > 0
            AND b.starts_at < b.made_at + make_interval(mins => ${rule.noticeMinutes}::int)
          THEN 'TOO_SOON' END,
        CASE WHEN (b.starts_at AT TIME ZONE ${timeZone})::date
            > (b.made_at AT TIME ZONE ${timeZone})::date + ${rule.aheadDays}::int
          THEN 'TOO_FAR_AHEAD' END,
        CASE WHEN ${rule.isForVerified}::boolean AND (u.verified_at IS NULL OR u.verified_at > b.made_at)
          THEN 'VERIFIED_ONLY' END,
        CASE WHEN b.starts_at > b.made_at AND ${rule.notBegunLimit}::int <= (
            SELECT count(*) FROM bookings o JOIN seats os ON os.id = o.seat_id
            WHERE o.user_id = b.user_id AND o.starts_at > b.made_at AND o.made_at < b.made_at
              AND (o.cancelled_at IS NULL OR o.cancelled_at > b.made_at)
              AND (o.checked_in_at IS NULL OR o.checked_in_at > b.made_at)
              AND ${isJudged(Prisma.sql`os`)})
          THEN 'NOT_BEGUN_LIMIT' END,
        CASE WHEN EXISTS (
            SELECT FROM bookings o
            WHERE o.seat_id = b.seat_id AND o.id <> b.id AND o.made_at <= b.made_at
              AND o.cancelled_at IS NULL AND o.released_at IS NULL
              AND tstzrange(o.starts_at, o.occupied_until, '[)')
                && tstzrange(b.starts_at - make_interval(mins => ${buffer}::int),
                  b.ends_at + make_interval(mins => ${buffer}::int), '[)')
              AND coalesce(o.left_at, o.ends_at) + make_interval(mins => ${buffer}::int) > b.starts_at)
          THEN 'SEAT_TAKEN' END
      ], NULL) AS reasons
      FROM bookings b
      JOIN seats s ON s.id = b.seat_id
      JOIN users u ON u.id = b.user_id
      WHERE b.starts_at > ${since}::timestamptz AND b.starts_at <= ${now}::timestamptz
        AND b.cancelled_at IS NULL AND ${isJudged(Prisma.sql`s`)}
    )
    SELECT (SELECT count(*)::int FROM tried) AS total,
      (SELECT count(*)::int FROM tried WHERE cardinality(reasons) > 0) AS refused,
      (SELECT json_object_agg(reason, times) FROM (
        SELECT reason, count(*)::int AS times FROM tried, unnest(reasons) AS reason GROUP BY reason
      ) r) AS "byReason",
      (SELECT json_agg(json_build_object('bookingId', t.id, 'personName', u.name, 'seat', t.label,
          'startsAt', t.starts_at, 'endsAt', t.ends_at, 'madeAt', t.made_at, 'reasons', t.reasons)
          ORDER BY t.starts_at DESC, t.id)
        FROM (SELECT * FROM tried WHERE cardinality(reasons) > 0
          ORDER BY starts_at DESC, id LIMIT ${triedBookingsShown}) t
        JOIN users u ON u.id = t.user_id) AS bookings`
}

/** By the wall clock of the venue, as bookings are judged. */
function isOffStep(column: 'starts_at' | 'ends_at', step: number, timeZone: string): Prisma.Sql {
  const wall = Prisma.sql`(${Prisma.raw(`b.${column}`)} AT TIME ZONE ${timeZone})`
  return Prisma.sql`(extract(epoch FROM ${wall} - date_trunc('day', ${wall})) % (${step}::int * 60) <> 0)`
}
