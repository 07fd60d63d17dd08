import type { UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { DomainError } from '#lib/errors.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import { isOpenThroughout } from '#lib/venues/policy.ts'
import { getVenueTimes } from '#lib/venues/queries.ts'
import { acceptedFrom } from './check-in-policy.ts'
import { judgeLateChange } from './judge-change.ts'
import { hasEnded, shorterEnds, stateOfBooking, type BookingState } from './policy.ts'
import { longestWindowHours, ownBookingsShown } from './schema.ts'

export type SeatState = 'free' | 'mine' | 'taken' | 'closed'

export type SeatAvailability = {
  seatId: string
  state: SeatState
  /** Free: when the next booking begins, if within a day. Mine and taken: when the seat is free again. */
  until: Date | null
}

const bookingSelect = {
  id: true,
  startsAt: true,
  endsAt: true,
  madeAt: true,
  checkedInAt: true,
  leftAt: true,
  cancelledAt: true,
  cancelledById: true,
  releasedAt: true,
  releaseDueAt: true,
  extendedAt: true,
  userId: true,
  rule: {
    select: {
      earlyCheckInMinutes: true,
      changeMinutes: true,
      stepMinutes: true,
      shortestMinutes: true,
    },
  },
  changes: {
    where: { undoneAt: null },
    select: { changedAt: true },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: 1,
  },
  seat: {
    select: {
      id: true,
      label: true,
      kind: true,
      floor: { select: { id: true, name: true } },
      venue: { select: { id: true, slug: true, name: true, timeZone: true } },
    },
  },
} satisfies Prisma.BookingSelect

export type BookingView = ReturnType<typeof bookingView>

/**
 * Every seat of a venue as it is for one person between two instants. Who sits on the others never leaves the database.
 */
export async function listSeatAvailability(
  actor: UserActor,
  window: {
    venueId: string
    from: Date
    to: Date
    /** A booking that is to be moved: it is in nobody's way. */
    exceptId?: string
  },
): Promise<SeatAvailability[]> {
  assertCan(actor, 'plan.view')
  const { venueId, from, to, exceptId } = window
  if (to <= from || to.getTime() - from.getTime() > longestWindowHours * hourMs) {
    throw new DomainError('INVALID_INPUT')
  }
  const { longestBufferMinutes, ...venue } = await getVenueTimes(venueId)
  // A booking lasts a day at most, and then its seat is kept for the buffer of the rule that judged it.
  const since = addMinutes(from, -24 * 60 - longestBufferMinutes)
  const seats = await selectAvailability(actor.userId, { venueId, from, to, since, exceptId })
  if (isOpenThroughout(venue, from, to)) return seats
  return seats.map(({ seatId }) => ({ seatId, state: 'closed', until: null }))
}

/** A person's own bookings, the latest first. */
export async function listOwnBookings(actor: UserActor, now: Date): Promise<BookingView[]> {
  assertCan(actor, 'booking.viewOwn')
  const bookings = await db().booking.findMany({
    where: { userId: actor.userId },
    select: bookingSelect,
    orderBy: [{ startsAt: 'desc' }, { madeAt: 'desc' }],
    take: ownBookingsShown,
  })
  return bookings.map((booking) => bookingView(booking, now))
}

/** The running booking of a person and those to come, in their order. */
export async function listComingBookings(actor: UserActor, now: Date): Promise<BookingView[]> {
  assertCan(actor, 'booking.viewOwn')
  const bookings = await db().booking.findMany({
    where: {
      userId: actor.userId,
      endsAt: { gt: now },
      cancelledAt: null,
      releasedAt: null,
      leftAt: null,
    },
    select: bookingSelect,
    orderBy: { startsAt: 'asc' },
  })
  return bookings.map((booking) => bookingView(booking, now))
}

/** Bookings whose grace is over with nobody there, the longest overdue first. For the worker. */
export async function listDueNoShows(now: Date, limit: number): Promise<string[]> {
  const due = await db().booking.findMany({
    where: { releaseDueAt: { lte: now }, cancelledAt: null, releasedAt: null, checkedInAt: null },
    select: { id: true },
    orderBy: { releaseDueAt: 'asc' },
    take: limit,
  })
  return due.map(({ id }) => id)
}

type Window = { venueId: string; from: Date; to: Date; since: Date; exceptId?: string }

/**
 * A seat is free when a booking of these times, with the buffer of the rule of its kind behind it, would meet no other; so
 * the next booking begins a buffer after `until`. Bookings that follow one another without a gap count as one when it is
 * told until when a seat is taken. All in one scan over the bookings of these days: to look at the index of the constraint
 * for each seat takes three times as long, because that one is made for one seat and all times.
 */
async function selectAvailability(
  userId: string,
  { venueId, from, to, since, exceptId }: Window,
): Promise<SeatAvailability[]> {
  const horizon = new Date(to.getTime() + 24 * hourMs)
  return db().$queryRaw<SeatAvailability[]>`
    SELECT s.id AS "seatId",
      CASE WHEN b.my_next_at < s.occupied_until THEN 'mine'
        WHEN b.next_at < s.occupied_until THEN 'taken' ELSE 'free' END AS state,
      CASE WHEN b.next_at < s.occupied_until
        THEN (SELECT max(upper(span)) FROM unnest(b.spans) span
          WHERE span && tstzrange(${from}::timestamptz, s.occupied_until, '[)'))
        ELSE b.next_at - s.buffer END AS until
    FROM (
      SELECT seats.id, label, buffer, ${to}::timestamptz + buffer AS occupied_until
      FROM seats
      LEFT JOIN booking_rules own ON own.venue_id = seats.venue_id AND own.kind = seats.kind
        AND own.retired_at IS NULL
      LEFT JOIN booking_rules usual ON usual.venue_id = seats.venue_id AND usual.kind IS NULL
        AND usual.retired_at IS NULL
      CROSS JOIN LATERAL (
        SELECT make_interval(mins => coalesce(own.buffer_minutes, usual.buffer_minutes, 0)) AS buffer
      ) kept
      WHERE seats.venue_id = ${venueId}::uuid AND withdrawn_at IS NULL
    ) s
    LEFT JOIN (
      SELECT seat_id, min(starts_at) AS next_at,
        min(starts_at) FILTER (WHERE user_id = ${userId}::uuid) AS my_next_at,
        range_agg(tstzrange(starts_at, occupied_until, '[)')) AS spans
      FROM bookings
      WHERE starts_at >= ${since}::timestamptz AND starts_at < ${horizon}::timestamptz
        AND occupied_until > ${from}::timestamptz
        AND cancelled_at IS NULL AND released_at IS NULL
        AND (${exceptId ?? null}::uuid IS NULL OR id <> ${exceptId ?? null}::uuid)
      GROUP BY seat_id
    ) b ON b.seat_id = s.id
    ORDER BY s.label`
}

type BookingRow = Prisma.BookingGetPayload<{ select: typeof bookingSelect }>

function bookingView(row: BookingRow, now: Date) {
  const { seat, rule, cancelledById, userId, changes, ...booking } = row
  const { floor, venue, ...place } = seat
  const state: BookingState = stateOfBooking(booking, now)
  const facts = { ...booking, rule, changes }
  const mayChange = state === 'expected' && !judgeLateChange(facts, venue.timeZone, now)
  const isLate = state === 'expected' && now >= booking.startsAt && now < booking.releaseDueAt
  return {
    ...booking,
    state,
    seat: place,
    floor,
    venue,
    /** From when on the door takes its pass. */
    acceptedFrom: acceptedFrom({ ...booking, ...rule }),
    canCancel: mayChange,
    canMove: mayChange,
    canExtend: isLate && booking.extendedAt === null,
    canLeave: state === 'here',
    /** The ends to which it may be shortened. */
    shorterEnds:
      mayChange || state === 'here' ? shorterEnds(booking, rule, venue.timeZone, now) : [],
    canRestore:
      state === 'cancelled' &&
      cancelledById === userId &&
      booking.releaseDueAt > now &&
      !hasEnded(booking, now),
  }
}
