import type { UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { addDays, addMinutes, dayAt, instantOfWallTime, weekdayOf } from '#lib/time.ts'
import { getSeatToBook, type SeatToBook } from '#lib/venues/queries.ts'
import { findObstacle } from './find-obstacle.ts'
import { judgeTime } from './policy.ts'

const daysBack = 60
/** Once is no habit. */
const leastTimes = 2

export type UsualSeat = {
  seatId: string
  label: string
  startsAt: Date
  endsAt: Date
  timeZone: string
}

/** The seat and hours of a weekday that a member takes most often, at the next time when they can be had; null when none can. */
export async function findUsualSeat(actor: UserActor, now: Date): Promise<UsualSeat | null> {
  assertCan(actor, 'booking.make')
  const { userId, isVerified } = actor
  const habit = await findHabit(userId, now)
  if (!habit) return null
  const seat = await getSeatToBook(habit.seatId)
  const { timeZone } = seat.venue
  for (const day of daysAhead(seat, habit.weekday, now)) {
    const startsAt = instantOfWallTime(day, habit.minuteOfDay, timeZone)
    const endsAt = addMinutes(startsAt, habit.minutes)
    if (startsAt <= now || judgeTime({ from: startsAt, to: endsAt }, seat, now)) continue
    const occupiedUntil = addMinutes(endsAt, seat.rule.bufferMinutes)
    const wish = { userId, isVerified, seat, startsAt, endsAt, occupiedUntil }
    if (await findObstacle(db(), wish, now)) continue
    return { seatId: seat.id, label: seat.label, startsAt, endsAt, timeZone }
  }
  return null
}

function daysAhead({ rule, venue }: SeatToBook, weekday: number, now: Date): string[] {
  const today = dayAt(now, venue.timeZone)
  const all = Array.from({ length: rule.aheadDays + 1 }, (_, ahead) => addDays(today, ahead))
  return all.filter((day) => weekdayOf(day) === weekday)
}

type Habit = { seatId: string; weekday: number; minuteOfDay: number; minutes: number }

/** By the wall clock of the venue, so that nine o'clock stays nine o'clock when the clocks change. */
async function findHabit(userId: string, now: Date): Promise<Habit | null> {
  const since = addMinutes(now, -daysBack * 24 * 60)
  const [habit] = await db().$queryRaw<Habit[]>`
    SELECT seat_id AS "seatId", weekday, minute_of_day AS "minuteOfDay", minutes
    FROM (
      SELECT b.seat_id, b.starts_at,
        extract(isodow FROM b.starts_at AT TIME ZONE v.time_zone)::int AS weekday,
        (extract(epoch FROM (b.starts_at AT TIME ZONE v.time_zone)::time) / 60)::int AS minute_of_day,
        (extract(epoch FROM b.ends_at - b.starts_at) / 60)::int AS minutes
      FROM bookings b
      JOIN seats s ON s.id = b.seat_id AND s.withdrawn_at IS NULL
      JOIN venues v ON v.id = s.venue_id
      WHERE b.user_id = ${userId}::uuid AND b.starts_at >= ${since}::timestamptz
        AND b.starts_at < ${now}::timestamptz AND b.cancelled_at IS NULL AND b.released_at IS NULL
    ) past
    GROUP BY seat_id, weekday, minute_of_day, minutes
    HAVING count(*) >= ${leastTimes}
    ORDER BY count(*) DESC, max(starts_at) DESC, seat_id
    LIMIT 1`
  return habit ?? null
}
