import {
  addDays,
  addMinutes,
  boundsOfDay,
  ceilToStep,
  dayAt,
  earlierOf,
  floorToStep,
  instantOfWallTime,
  laterOf,
  minuteMs,
  minuteOfDayAt,
  minutesBetween,
} from '#lib/time.ts'
import { openStretchesBetween, type Stretch } from '#lib/venues/policy.ts'
import {
  earliestStart,
  judgeTime,
  lastDayAhead,
  nearestStep,
  type BookingPlace,
  type Freedom,
} from './policy.ts'

/** Days that are looked through for staff, whom no rule holds to the days ahead. */
const daysAhead = 366

/** A time cut short is worth offering when this much of it is left, or half of it. */
const worthwhileMs = 60 * minuteMs

/**
 * What a person most likely meant by a wish (`aim`: on steps, as long as allowed and open, at the same time of another day
 * when its own has nothing left or is too far ahead), and the time nearest to it that the rules allow, whoever sits there.
 * Null when there is none.
 */
export function nearestPossible(
  wish: Stretch,
  place: BookingPlace,
  now: Date,
  freedom: Freedom = {},
): { aim: Stretch; time: Stretch } | null {
  const { timeZone } = place.venue
  const { stepMinutes: step, shortestMinutes: shortest, longestMinutes: longest } = place.rule
  const start = nearestStep(wish.from, step, timeZone)
  const wished = Math.ceil(Math.max(wishedMinutes(wish), shortest) / step) * step
  const minuteOfDay = minuteOfDayAt(start, timeZone)

  for (const day of daysNear(start, place, now, freedom)) {
    const from =
      dayAt(start, timeZone) === day ? start : instantOfWallTime(day, minuteOfDay, timeZone)
    const minutes = Math.min(wished, longest, longestOpenMinutes(day, place))
    const aim = { from, to: addMinutes(from, Math.floor(minutes / step) * step) }
    const time = freeTimes(aim, place, [], now, freedom)[0]
    if (time) return { aim, time }
  }
  return null
}

/** From the wished day on to the last allowed; from that one back when the wish lies beyond it. */
function daysNear(
  start: Date,
  { venue: { timeZone }, rule }: BookingPlace,
  now: Date,
  { isByStaff = false }: Freedom,
): string[] {
  const earliest = isByStaff
    ? floorToStep(now, rule.stepMinutes, timeZone)
    : earliestStart(rule, timeZone, now)
  const first = dayAt(laterOf(start, earliest), timeZone)
  const last = isByStaff ? addDays(first, daysAhead) : lastDayAhead(rule, timeZone, now)
  const days = []
  if (first <= last) for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  else {
    const today = dayAt(now, timeZone)
    for (let day = last; day >= today; day = addDays(day, -1)) days.push(day)
  }
  return days
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
  freedom: Freedom = {},
): Stretch[] {
  const { stepMinutes } = place.rule
  const { timeZone } = place.venue
  const earliest = freedom.isByStaff
    ? floorToStep(now, stepMinutes, timeZone)
    : earliestStart(place.rule, timeZone, now)
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
    .filter((time) => judgeTime(time, place, now, { isByStaff: freedom.isByStaff }) === null)
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

export function isSame(a: Stretch, b: Stretch): boolean {
  return a.from.getTime() === b.from.getTime() && a.to.getTime() === b.to.getTime()
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
