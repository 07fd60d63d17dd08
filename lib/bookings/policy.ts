import { DomainError } from '#lib/errors.ts'
import {
  addDays,
  addMinutes,
  boundsOfDay,
  ceilToStep,
  dayAt,
  earlierOf,
  floorToStep,
  instantOfWallTime,
  isOnStep,
  laterOf,
  minuteMs,
  minuteOfDayAt,
  minutesBetween,
} from '#lib/time.ts'
import {
  findClosure,
  hoursText,
  isOpenByWeeklyHours,
  isOpenThroughout,
  nextOpening,
  openStretches,
  openStretchesBetween,
  weeklyStretches,
  type Stretch,
  type VenueTimes,
} from '#lib/venues/policy.ts'

/** Days that are looked through for a time that the rules allow. */
const daysAhead = 366

/** A time cut short is worth offering when this much of it is left, or half of it. */
const worthwhileMs = 60 * minuteMs

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
  rule: { stepMinutes: number; longestMinutes: number }
}

export function stateOfBooking(booking: BookingFacts, now: Date): BookingState {
  if (booking.cancelledAt) return 'cancelled'
  if (booking.releasedAt) return 'noShow'
  if (booking.checkedInAt) return booking.leftAt || hasEnded(booking, now) ? 'finished' : 'here'
  return hasEnded(booking, now) ? 'noShow' : 'expected'
}

export function hasEnded(booking: { endsAt: Date }, now: Date): boolean {
  return booking.endsAt <= now
}

/** When a no-show loses the seat: who books after the start has the whole grace too. */
export function releaseDueAt(startsAt: Date, madeAt: Date, graceMinutes: number): Date {
  return addMinutes(laterOf(startsAt, madeAt), graceMinutes)
}

/**
 * What stands against a time: order, steps, length, past, opening hours, closures. Null when nothing does. A booking that
 * is brought back may have begun (`mayHaveBegun`).
 */
export function judgeTime(
  wish: Stretch,
  { venue, rule }: BookingPlace,
  now: Date,
  { mayHaveBegun = false } = {},
): DomainError | null {
  const { timeZone } = venue
  const { stepMinutes: step, longestMinutes: longest } = rule
  if (wish.to <= wish.from) return new DomainError('END_BEFORE_START', { step, timeZone })

  const offStep = [wish.from, wish.to].find((instant) => !isOnStep(instant, step, timeZone))
  if (offStep) {
    const nearest = nearestStep(offStep, step, timeZone)
    return new DomainError('NOT_ON_STEP', { step, nearest, timeZone })
  }
  if (minutesBetween(wish.from, wish.to) > longest) {
    const latest = floorToStep(addMinutes(wish.from, longest), step, timeZone)
    return new DomainError('TOO_LONG', { hours: longest / 60, latest, timeZone })
  }
  // The running step still counts: at 10:07 a booking may start at 10:00.
  const running = floorToStep(now, step, timeZone)
  if (wish.from < running && !mayHaveBegun) {
    const earliest = nextOpening(venue, running) ?? running
    return new DomainError('START_IN_PAST', { earliest, timeZone })
  }
  return judgeOpening(wish, venue, laterOf(wish.from, running))
}

/** The step that is nearest to an instant; the later one when both are as near. */
export function nearestStep(instant: Date, step: number, timeZone: string): Date {
  const before = floorToStep(instant, step, timeZone)
  const after = ceilToStep(instant, step, timeZone)
  return minutesBetween(before, instant) < minutesBetween(instant, after) ? before : after
}

/**
 * What a person most likely meant by a wish (`aim`: on steps, no longer than allowed and open, at the same time of the next
 * day when its own has nothing left), and the time nearest to it that the rules allow, whoever sits there. Null when there
 * is none within a year.
 */
export function nearestPossible(
  wish: Stretch,
  place: BookingPlace,
  now: Date,
): { aim: Stretch; time: Stretch } | null {
  const { timeZone } = place.venue
  const { stepMinutes: step, longestMinutes: longest } = place.rule
  const start = nearestStep(wish.from, step, timeZone)
  const wished = Math.ceil(wishedMinutes(wish) / step) * step
  const first = dayAt(laterOf(start, floorToStep(now, step, timeZone)), timeZone)
  const minuteOfDay = minuteOfDayAt(start, timeZone)

  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const day = addDays(first, ahead)
    const from =
      ahead === 0 && dayAt(start, timeZone) === day
        ? start
        : instantOfWallTime(day, minuteOfDay, timeZone)
    const minutes = Math.min(wished, longest, longestOpenMinutes(day, place))
    const aim = { from, to: addMinutes(from, Math.floor(minutes / step) * step) }
    const time = freeTimes(aim, place, [], now)[0]
    if (time) return { aim, time }
  }
  return null
}

/**
 * Free times near an aim, nearest first: the aim cut to what is free when enough of it is left, and moved as a whole.
 * Near is counted in minutes that start and end move together. `taken` may overlap one another.
 */
export function freeTimes(
  aim: Stretch,
  place: BookingPlace,
  taken: readonly Stretch[],
  now: Date,
): Stretch[] {
  const { stepMinutes } = place.rule
  const { timeZone } = place.venue
  const earliest = floorToStep(now, stepMinutes, timeZone)
  const window = windowAround(aim, timeZone)
  return openStretchesBetween(place.venue, window.from, window.to)
    .map(({ from, to }) => ({ from: laterOf(from, earliest), to: earlierOf(to, window.to) }))
    .flatMap((open) => gapsIn(open, taken))
    .map(({ from, to }) => ({
      from: ceilToStep(from, stepMinutes, timeZone),
      to: floorToStep(to, stepMinutes, timeZone),
    }))
    .flatMap((gap) => [cutTo(gap, aim), movedInto(gap, aim)])
    .filter((time) => time !== null)
    .filter((time) => judgeTime(time, place, now) === null)
    .sort((a, b) => distanceOf(a, aim) - distanceOf(b, aim))
    .filter((time, index, all) => index === 0 || !isSame(time, all[index - 1]!))
}

/** The days that a time touches, whole. */
export function windowAround({ from, to }: Stretch, timeZone: string): Stretch {
  return {
    from: boundsOfDay(dayAt(from, timeZone), timeZone).from,
    to: boundsOfDay(dayAt(to, timeZone), timeZone).to,
  }
}

export function distanceOf(time: Stretch, aim: Stretch): number {
  return Math.abs(minutesBetween(aim.from, time.from)) + Math.abs(minutesBetween(aim.to, time.to))
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to
}

export function isSame(a: Stretch, b: Stretch): boolean {
  return a.from.getTime() === b.from.getTime() && a.to.getTime() === b.to.getTime()
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

/** A wish whose end is not after its start says only when: it is taken for one that is just worth while. */
function wishedMinutes({ from, to }: Stretch): number {
  return to > from ? minutesBetween(from, to) : worthwhileMs / minuteMs
}

/** Counts a stretch that runs on past midnight whole. */
function longestOpenMinutes(day: string, { venue }: BookingPlace): number {
  const { from, to } = boundsOfDay(day, venue.timeZone)
  const stretches = openStretchesBetween(venue, from, to).filter((open) => open.from < to)
  return Math.max(0, ...stretches.map((open) => minutesBetween(open.from, open.to)))
}

function gapsIn(open: Stretch, taken: readonly Stretch[]): Stretch[] {
  return taken.reduce(
    (gaps, busy) =>
      gaps.flatMap((gap) =>
        [
          { from: gap.from, to: earlierOf(gap.to, busy.from) },
          { from: laterOf(gap.from, busy.to), to: gap.to },
        ].filter(({ from, to }) => from < to),
      ),
    open.from < open.to ? [open] : [],
  )
}

function cutTo(gap: Stretch, aim: Stretch): Stretch | null {
  const from = laterOf(gap.from, aim.from)
  const to = earlierOf(gap.to, aim.to)
  const enoughMs = Math.min(worthwhileMs, lengthOf(aim) / 2)
  return lengthOf({ from, to }) >= enoughMs ? { from, to } : null
}

function movedInto(gap: Stretch, aim: Stretch): Stretch | null {
  const lastStart = new Date(gap.to.getTime() - lengthOf(aim))
  if (lastStart < gap.from) return null
  const from = earlierOf(laterOf(aim.from, gap.from), lastStart)
  return { from, to: new Date(from.getTime() + lengthOf(aim)) }
}

function lengthOf({ from, to }: Stretch): number {
  return to.getTime() - from.getTime()
}
