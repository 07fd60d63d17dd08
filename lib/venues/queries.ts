import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { SeatKind } from '#lib/db/generated/enums.ts'
import { DomainError } from '#lib/errors.ts'
import type { VenueTimes, WeeklyHours } from './policy.ts'

const ruleSelect = {
  id: true,
  stepMinutes: true,
  longestMinutes: true,
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
  bookingRules: { where: { kind: null, retiredAt: null }, select: ruleSelect },
} satisfies Prisma.VenueSelect

export type VenueView = Awaited<ReturnType<typeof getVenue>>

/** The numbers of the rule that judges bookings now. */
export type RuleNumbers = Prisma.BookingRuleGetPayload<{ select: typeof ruleSelect }>

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
  rule: RuleNumbers
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

/** The seat, its venue with hours and closures, and the rule of today, in one round trip: every booking begins with it. */
export async function getSeatToBook(seatId: string): Promise<SeatToBook> {
  const [row] = await db().$queryRaw<SeatRow[]>`
    SELECT s.id, s.label, s.kind, s.floor_id AS "floorId", s.x, s.y,
      s.withdrawn_at IS NOT NULL AS "isWithdrawn",
      v.id AS "venueId", v.name AS "venueName", v.time_zone AS "timeZone",
      ${openingHoursSql}, ${closuresSql}, r.rule
    FROM seats s
    JOIN venues v ON v.id = s.venue_id
    JOIN LATERAL (
      SELECT json_build_object('id', id, 'stepMinutes', step_minutes, 'longestMinutes', longest_minutes,
        'notBegunLimit', not_begun_limit, 'bufferMinutes', buffer_minutes, 'graceMinutes', grace_minutes,
        'earlyCheckInMinutes', early_check_in_minutes) AS rule
      FROM booking_rules
      WHERE venue_id = v.id AND retired_at IS NULL AND (kind = s.kind OR kind IS NULL)
      ORDER BY kind NULLS LAST LIMIT 1
    ) r ON true
    WHERE s.id = ${seatId}::uuid`
  if (!row) throw new DomainError('SEAT_NOT_FOUND')
  const { venueId, venueName, timeZone, openingHours, closures, ...seat } = row
  const times = venueTimes({ timeZone, openingHours, closures })
  return { ...seat, venue: { id: venueId, name: venueName, ...times } }
}

/** What a plan is coloured by, in one round trip: opening, the present buffer, and the longest one that a booking may still have. */
export async function getVenueTimes(venueId: string): Promise<VenueTimes & Buffers> {
  const [row] = await db().$queryRaw<(TimesRow & Buffers)[]>`
    SELECT v.time_zone AS "timeZone", ${openingHoursSql}, ${closuresSql}, r.*
    FROM venues v
    CROSS JOIN LATERAL (
      SELECT coalesce(max(buffer_minutes), 0) AS "longestBufferMinutes",
        coalesce(max(buffer_minutes) FILTER (WHERE kind IS NULL AND retired_at IS NULL), 0) AS "bufferMinutes"
      FROM booking_rules WHERE venue_id = v.id
    ) r
    WHERE v.id = ${venueId}::uuid`
  if (!row) throw new DomainError('VENUE_NOT_FOUND')
  const { bufferMinutes, longestBufferMinutes, ...times } = row
  return { ...venueTimes(times), bufferMinutes, longestBufferMinutes }
}

type Buffers = { bufferMinutes: number; longestBufferMinutes: number }

const openingHoursSql = Prisma.sql`
  (SELECT json_agg(json_build_object('weekday', h.weekday,
      'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute))
    FROM opening_hours h WHERE h.venue_id = v.id) AS "openingHours"`

const closuresSql = Prisma.sql`
  (SELECT json_agg(json_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at, 'reason', c.reason))
    FROM closures c WHERE c.venue_id = v.id AND c.withdrawn_at IS NULL) AS closures`

/** An aggregate of nothing is null, and instants come out of JSON as text. */
type TimesRow = {
  timeZone: string
  openingHours: WeeklyHours[] | null
  closures: { startsAt: string; endsAt: string; reason: string }[] | null
}

type SeatRow = Omit<SeatToBook, 'venue'> & TimesRow & { venueId: string; venueName: string }

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

function venueView<V extends { bookingRules: RuleNumbers[] }>(venue: V | null) {
  if (!venue) throw new DomainError('VENUE_NOT_FOUND')
  const {
    bookingRules: [rule],
    ...view
  } = venue
  // A venue without a rule is not finished: nothing can be booked in it.
  if (!rule) throw new DomainError('VENUE_NOT_FOUND')
  return { ...view, rule }
}
