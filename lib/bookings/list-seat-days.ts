import type { UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { addMinutes, boundsOfDay } from '#lib/time.ts'
import { openStretchesBetween, type Stretch } from '#lib/venues/policy.ts'
import { getVenueTimes } from '#lib/venues/queries.ts'

/** Instants in milliseconds since 1970; `mine` where the person who asks holds the seat. */
export type SeatDaysView = {
  open: { from: number; to: number }[]
  seats: { seatId: string; bufferMinutes: number; held: [from: number, to: number, mine?: 1][] }[]
}

/** How far a booking that begins on the day may reach, and how far behind that the next is told of. */
const reachMinutes = 48 * 60

/**
 * When each seat of a venue is held on a day and the one after: what a plan needs to show any time of the day. Who sits
 * there never leaves the database.
 */
export async function listSeatDays(
  actor: UserActor,
  { venueId, day }: { venueId: string; day: string },
): Promise<SeatDaysView> {
  assertCan(actor, 'plan.view')
  const { longestBufferMinutes, ...venue } = await getVenueTimes(venueId)
  const { from, to } = boundsOfDay(day, venue.timeZone)
  const window = { from, to: addMinutes(to, reachMinutes) }
  const rows = await selectHeld(actor.userId, venueId, window, longestBufferMinutes)
  return {
    open: openStretchesBetween(venue, window.from, window.to).map(inNumbers),
    seats: rows.map(({ seatId, bufferMinutes, held }) => ({
      seatId,
      bufferMinutes,
      held: (held ?? []).map(([start, end, isMine]) => (isMine ? [start, end, 1] : [start, end])),
    })),
  }
}

type HeldRow = { seatId: string; bufferMinutes: number; held: [number, number, boolean][] | null }

async function selectHeld(
  userId: string,
  venueId: string,
  { from, to }: Stretch,
  longestBufferMinutes: number,
): Promise<HeldRow[]> {
  // A booking lasts a day at most, and then its seat is kept for the buffer of the rule that judged it.
  const since = addMinutes(from, -24 * 60 - longestBufferMinutes)
  return db().$queryRaw<HeldRow[]>`
    SELECT s.id AS "seatId", b.held,
      coalesce(own.buffer_minutes, usual.buffer_minutes, 0) AS "bufferMinutes"
    FROM seats s
    LEFT JOIN booking_rules own ON own.venue_id = s.venue_id AND own.kind = s.kind
      AND own.retired_at IS NULL
    LEFT JOIN booking_rules usual ON usual.venue_id = s.venue_id AND usual.kind IS NULL
      AND usual.retired_at IS NULL
    LEFT JOIN (
      SELECT seat_id, json_agg(json_build_array(
          floor(extract(epoch FROM starts_at) * 1000)::int8,
          floor(extract(epoch FROM occupied_until) * 1000)::int8,
          user_id = ${userId}::uuid) ORDER BY starts_at) AS held
      FROM bookings
      WHERE starts_at >= ${since}::timestamptz AND starts_at < ${to}::timestamptz
        AND occupied_until > ${from}::timestamptz
        AND cancelled_at IS NULL AND released_at IS NULL
      GROUP BY seat_id
    ) b ON b.seat_id = s.id
    WHERE s.venue_id = ${venueId}::uuid AND s.withdrawn_at IS NULL
    ORDER BY s.label`
}

function inNumbers({ from, to }: Stretch) {
  return { from: from.getTime(), to: to.getTime() }
}
