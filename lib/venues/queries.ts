import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { SeatKind } from '#lib/db/generated/enums.ts'
import { DomainError } from '#lib/errors.ts'
import { ruleOfKind, type VenueTimes, type WeeklyHours } from './policy.ts'

const ruleSelect = {
  id: true,
  kind: true,
  version: true,
  stepMinutes: true,
  shortestMinutes: true,
  longestMinutes: true,
  aheadDays: true,
  noticeMinutes: true,
  changeMinutes: true,
  isForVerified: true,
  notBegunLimit: true,
  bufferMinutes: true,
  graceMinutes: true,
  earlyCheckInMinutes: true,
} satisfies Prisma.BookingRuleSelect

const timesSelect = {
  timeZone: true,
  openingHours: {
    select: { weekday: true, opensMinute: true, closesMinute: true },
    orderBy: [{ weekday: 'asc' }, { opensMinute: 'asc' }],
  },
  closures: {
    where: { withdrawnAt: null },
    select: { startsAt: true, endsAt: true, reason: true },
    orderBy: { startsAt: 'asc' },
  },
} satisfies Prisma.VenueSelect

const venueSelect = {
  id: true,
  slug: true,
  name: true,
  address: true,
  ...timesSelect,
  floors: { select: { id: true, name: true, position: true }, orderBy: { position: 'asc' } },
  bookingRules: { where: { retiredAt: null }, select: ruleSelect },
} satisfies Prisma.VenueSelect

export type VenueView = Awaited<ReturnType<typeof getVenue>>

/** A rule that judges bookings now. */
export type RuleView = Prisma.BookingRuleGetPayload<{ select: typeof ruleSelect }>

/** A seat with all that a booking of it is judged by. */
export type SeatToBook = {
  id: string
  label: string
  kind: SeatKind
  floorId: string
  x: number
  y: number
  isWithdrawn: boolean
  venue: VenueTimes & { id: string; name: string }
  rule: RuleView
  /** All that judge in the venue now: another seat may have another. */
  rules: RuleView[]
}

export async function listVenues() {
  return db().venue.findMany({
    select: { id: true, slug: true, name: true, address: true, timeZone: true },
    orderBy: { name: 'asc' },
  })
}

export async function getVenue(slug: string) {
  const venue = await db().venue.findUnique({ where: { slug }, select: venueSelect })
  return venueView(venue)
}

/** Where a member lands who has not chosen a venue: the one that was made first. */
export async function getDefaultVenue() {
  const venue = await db().venue.findFirst({ select: venueSelect, orderBy: { createdAt: 'asc' } })
  return venueView(venue)
}

/** One floor with the seats that stand on it; withdrawn ones are left out. */
export async function getFloorWithSeats(floorId: string) {
  const floor = await db().floor.findUnique({
    where: { id: floorId },
    select: {
      id: true,
      name: true,
      width: true,
      height: true,
      plan: true,
      seats: {
        where: { withdrawnAt: null },
        select: {
          id: true,
          label: true,
          kind: true,
          amenities: true,
          x: true,
          y: true,
          turn: true,
        },
        orderBy: { label: 'asc' },
      },
    },
  })
  if (!floor) throw new DomainError('NOT_FOUND')
  return floor
}

/** The seat, its venue with hours and closures, and the rules of today, in one round trip: every booking begins with it. */
export async function getSeatToBook(seatId: string): Promise<SeatToBook> {
  const [row] = await db().$queryRaw<SeatRow[]>`
    SELECT s.id, s.label, s.kind, s.floor_id AS "floorId", s.x, s.y,
      s.withdrawn_at IS NOT NULL AS "isWithdrawn",
      v.id AS "venueId", v.name AS "venueName", v.time_zone AS "timeZone",
      ${openingHoursSql}, ${closuresSql}, ${rulesSql}
    FROM seats s
    JOIN venues v ON v.id = s.venue_id
    WHERE s.id = ${seatId}::uuid`
  const rule = row && ruleOfKind(row.rules ?? [], row.kind)
  if (!rule) throw new DomainError('SEAT_NOT_FOUND')
  const { venueId, venueName, timeZone, openingHours, closures, rules, ...seat } = row
  const times = venueTimes({ timeZone, openingHours, closures })
  return { ...seat, venue: { id: venueId, name: venueName, ...times }, rule, rules: rules! }
}

/** What a plan is coloured by, in one round trip: opening, and the longest buffer that a booking may still have. */
export async function getVenueTimes(
  venueId: string,
): Promise<VenueTimes & { longestBufferMinutes: number }> {
  const [row] = await db().$queryRaw<(TimesRow & { longestBufferMinutes: number })[]>`
    SELECT v.time_zone AS "timeZone", ${openingHoursSql}, ${closuresSql},
      (SELECT coalesce(max(buffer_minutes), 0) FROM booking_rules WHERE venue_id = v.id)
        AS "longestBufferMinutes"
    FROM venues v
    WHERE v.id = ${venueId}::uuid`
  if (!row) throw new DomainError('VENUE_NOT_FOUND')
  const { longestBufferMinutes, ...times } = row
  return { ...venueTimes(times), longestBufferMinutes }
}

const openingHoursSql = Prisma.sql`
  (SELECT json_agg(json_build_object('weekday', h.weekday,
      'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute))
    FROM opening_hours h WHERE h.venue_id = v.id) AS "openingHours"`

const closuresSql = Prisma.sql`
  (SELECT json_agg(json_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at, 'reason', c.reason))
    FROM closures c WHERE c.venue_id = v.id AND c.withdrawn_at IS NULL) AS closures`

const rulesSql = Prisma.sql`
  (SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'version', r.version,
      'stepMinutes', r.step_minutes, 'shortestMinutes', r.shortest_minutes,
      'longestMinutes', r.longest_minutes, 'aheadDays', r.ahead_days,
      'noticeMinutes', r.notice_minutes, 'changeMinutes', r.change_minutes,
      'isForVerified', r.is_for_verified, 'notBegunLimit', r.not_begun_limit,
      'bufferMinutes', r.buffer_minutes, 'graceMinutes', r.grace_minutes,
      'earlyCheckInMinutes', r.early_check_in_minutes))
    FROM booking_rules r WHERE r.venue_id = v.id AND r.retired_at IS NULL) AS rules`

/** An aggregate of nothing is null, and instants come out of JSON as text. */
type TimesRow = {
  timeZone: string
  openingHours: WeeklyHours[] | null
  closures: { startsAt: string; endsAt: string; reason: string }[] | null
}

type SeatRow = Omit<SeatToBook, 'venue' | 'rule' | 'rules'> &
  TimesRow & { venueId: string; venueName: string; rules: RuleView[] | null }

function venueTimes({ timeZone, openingHours, closures }: TimesRow): VenueTimes {
  return {
    timeZone,
    openingHours: openingHours ?? [],
    closures: (closures ?? []).map(({ startsAt, endsAt, reason }) => ({
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      reason,
    })),
  }
}

function venueView<V extends { bookingRules: RuleView[] }>(venue: V | null) {
  if (!venue) throw new DomainError('VENUE_NOT_FOUND')
  const { bookingRules: rules, ...view } = venue
  const rule = ruleOfKind(rules, null)
  // A venue without a rule is not finished: nothing can be booked in it.
  if (!rule) throw new DomainError('VENUE_NOT_FOUND')
  return { ...view, rule, rules }
}
