import { DomainError } from '#lib/errors.ts'
import {
  addDays,
  addMinutes,
  boundsOfDay,
  ceilToStep,
  dayAt,
  floorToStep,
  isOnStep,
  laterOf,
  minutesBetween,
} from '#lib/time.ts'
import {
  findClosure,
  hoursText,
  isOpenByWeeklyHours,
  isOpenThroughout,
  nextOpening,
  openStretches,
  weeklyStretches,
  type Stretch,
  type VenueTimes,
} from '#lib/venues/policy.ts'

export const bookingStates = ['expected', 'here', 'noShow', 'finished', 'cancelled'] as const
export type BookingState = (typeof bookingStates)[number]

/** What happened to a booking, as instants: everything else is derived from them. */
export type BookingFacts = {
  startsAt: Date
  endsAt: Date
  cancelledAt: Date | null
  releasedAt: Date | null
  checkedInAt: Date | null
  leftAt: Date | null
}

/** What a time is judged by, whoever wants it. */
export type BookingPlace = {
  venue: VenueTimes & { name: string }
  rule: TimeRule
}

/** The numbers of a rule that a time alone is judged by. */
export type TimeRule = {
  stepMinutes: number
  shortestMinutes: number
  longestMinutes: number
  aheadDays: number
  noticeMinutes: number
}

/** A booking that is brought back may have begun; staff are held by neither notice nor days ahead. */
export type Freedom = { mayHaveBegun?: boolean; isByStaff?: boolean }

export function stateOfBooking(booking: BookingFacts, now: Date): BookingState {
  if (booking.cancelledAt) return 'cancelled'
  if (booking.releasedAt) return 'noShow'
  if (booking.checkedInAt) return booking.leftAt || hasEnded(booking, now) ? 'finished' : 'here'
  return hasEnded(booking, now) ? 'noShow' : 'expected'
}

export function hasEnded(booking: { endsAt: Date }, now: Date): boolean {
  return booking.endsAt <= now
}

/** What who is late may ask for, once. */
export const moreMinutes = 15

/** How long before the release the person is warned. */
export const warnMinutes = 5

/** When a no-show loses the seat: who books after the start has the whole grace too. */
export function releaseDueAt(startsAt: Date, madeAt: Date, graceMinutes: number): Date {
  return addMinutes(laterOf(startsAt, madeAt), graceMinutes)
}

/** The same after a change. Who changes when the grace runs already gains none by it: only a later start gives more. */
export function dueAfterChange(
  before: { startsAt: Date; releaseDueAt: Date },
  startsAt: Date,
  graceMinutes: number,
  now: Date,
): Date {
  return before.startsAt <= now
    ? laterOf(before.releaseDueAt, addMinutes(startsAt, graceMinutes))
    : releaseDueAt(startsAt, now, graceMinutes)
}

/** The first start that may still be booked: the running step (at 10:07 that is 10:00), or the first after the notice. */
export function earliestStart(rule: TimeRule, timeZone: string, now: Date): Date {
  const { stepMinutes: step, noticeMinutes: notice } = rule
  if (notice === 0) return floorToStep(now, step, timeZone)
  return ceilToStep(addMinutes(now, notice), step, timeZone)
}

/** Every end, on the steps, to which a booking may be shortened now. */
export function shorterEnds(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  rule: { stepMinutes: number; shortestMinutes: number },
  timeZone: string,
  now: Date,
): Date[] {
  const ends = []
  const first = laterOf(addMinutes(startsAt, rule.shortestMinutes), now)
  let end = ceilToStep(first, rule.stepMinutes, timeZone)
  for (; end < endsAt; end = ceilToStep(addMinutes(end, 1), rule.stepMinutes, timeZone))
    ends.push(end)
  return ends
}

/** The last day of the venue's calendar on which a booking may begin. */
export function lastDayAhead(rule: { aheadDays: number }, timeZone: string, now: Date): string {
  return addDays(dayAt(now, timeZone), rule.aheadDays)
}

/** What stands against a time: order, steps, length, past, notice, days ahead, opening hours, closures. Null when nothing does. */
export function judgeTime(
  wish: Stretch,
  { venue, rule }: BookingPlace,
  now: Date,
  freedom: Freedom = {},
): DomainError | null {
  const running = floorToStep(now, rule.stepMinutes, venue.timeZone)
  return (
    judgeLength(wish, rule, venue.timeZone) ??
    judgeStart(wish, { venue, rule }, now, freedom) ??
    judgeOpening(wish, venue, laterOf(wish.from, running))
  )
}

/** Order, steps, shortest and longest. */
export function judgeLength(wish: Stretch, rule: TimeRule, timeZone: string): DomainError | null {
  const { stepMinutes: step, shortestMinutes: shortest, longestMinutes: longest } = rule
  if (wish.to <= wish.from) return new DomainError('END_BEFORE_START', { step, timeZone })

  const offStep = [wish.from, wish.to].find((instant) => !isOnStep(instant, step, timeZone))
  if (offStep) {
    const nearest = nearestStep(offStep, step, timeZone)
    return new DomainError('NOT_ON_STEP', { step, nearest, timeZone })
  }
  if (minutesBetween(wish.from, wish.to) < shortest) {
    const earliest = ceilToStep(addMinutes(wish.from, shortest), step, timeZone)
    return new DomainError('TOO_SHORT', { minutes: shortest, earliest, timeZone })
  }
  if (minutesBetween(wish.from, wish.to) > longest) {
    const latest = floorToStep(addMinutes(wish.from, longest), step, timeZone)
    return new DomainError('TOO_LONG', { hours: longest / 60, latest, timeZone })
  }
  return null
}

function judgeStart(
  wish: Stretch,
  { venue, rule }: BookingPlace,
  now: Date,
  { mayHaveBegun = false, isByStaff = false }: Freedom,
): DomainError | null {
  const { timeZone } = venue
  // The running step still counts: at 10:07 a booking may start at 10:00.
  const running = floorToStep(now, rule.stepMinutes, timeZone)
  if (wish.from < running && !mayHaveBegun) {
    const from = isByStaff ? running : earliestStart(rule, timeZone, now)
    return new DomainError('START_IN_PAST', {
      earliest: nextOpening(venue, from) ?? from,
      timeZone,
    })
  }
  if (isByStaff) return null
  const earliest = earliestStart(rule, timeZone, now)
  if (wish.from < earliest && !mayHaveBegun) {
    return new DomainError('TOO_SOON', {
      minutes: rule.noticeMinutes,
      earliest: nextOpening(venue, earliest) ?? earliest,
      timeZone,
    })
  }
  const lastDay = lastDayAhead(rule, timeZone, now)
  if (dayAt(wish.from, timeZone) > lastDay) {
    const last = boundsOfDay(lastDay, timeZone).from
    return new DomainError('TOO_FAR_AHEAD', { days: rule.aheadDays, last, timeZone })
  }
  return null
}

/** The step that is nearest to an instant; the later one when both are as near. */
export function nearestStep(instant: Date, step: number, timeZone: string): Date {
  const before = floorToStep(instant, step, timeZone)
  const after = ceilToStep(instant, step, timeZone)
  return minutesBetween(before, instant) < minutesBetween(instant, after) ? before : after
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to
}

function judgeOpening(
  wish: Stretch,
  venue: BookingPlace['venue'],
  after: Date,
): DomainError | null {
  if (isOpenThroughout(venue, wish.from, wish.to)) return null
  const { timeZone, name } = venue
  const day = dayAt(wish.from, timeZone)
  const open = openStretches(venue, day)

  const closure = findClosureInTheWay(wish, venue, day)
  if (closure) {
    const { startsAt: from, endsAt: to, reason } = closure
    return new DomainError('VENUE_CLOSED', { venue: name, from, to, reason, timeZone })
  }
  if (open.length > 0) {
    const hours = hoursText(open, day, timeZone)
    return new DomainError('OUTSIDE_OPENING_HOURS', { venue: name, hours, timeZone })
  }
  const opens = nextOpening(venue, after)
  return opens
    ? new DomainError('CLOSED_THAT_DAY', { venue: name, opens, timeZone })
    : new DomainError('NO_OPENING_AHEAD', { venue: name, timeZone })
}

/** The closure to blame: one that lies in the time itself, or that takes the whole day. */
function findClosureInTheWay(wish: Stretch, venue: BookingPlace['venue'], day: string) {
  if (isOpenByWeeklyHours(venue, wish.from, wish.to)) return findClosure(venue, wish)
  const isDayTaken =
    openStretches(venue, day).length === 0 && weeklyStretches(venue, day).length > 0
  return isDayTaken ? findClosure(venue, boundsOfDay(day, venue.timeZone)) : undefined
}
