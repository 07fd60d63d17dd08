import {
  addDays,
  boundsOfDay,
  clockAt,
  dayAt,
  earlierOf,
  instantOfWallTime,
  laterOf,
  weekdayOf,
} from '#lib/time.ts'

/** From `from` on, until just before `to`. */
export type Stretch = { from: Date; to: Date }

/** An open stretch of one weekday (ISO: 1 is Monday), in minutes of the wall clock. */
export type WeeklyHours = { weekday: number; opensMinute: number; closesMinute: number }

export type ClosedTime = { startsAt: Date; endsAt: Date; reason: string }

/** What opening is judged by. */
export type VenueTimes = {
  timeZone: string
  openingHours: readonly WeeklyHours[]
  closures: readonly ClosedTime[]
}

/** The rule that judges seats of a kind: its own, else the one of the venue, which stands under no kind. */
export function ruleOfKind<R extends { kind: string | null }>(
  rules: readonly R[],
  kind: string | null,
): R | undefined {
  return rules.find((rule) => rule.kind === kind) ?? rules.find((rule) => rule.kind === null)
}

/** How far ahead the next opening is looked for. */
const daysAhead = 366

/**
 * When the venue is open on a day (`YYYY-MM-DD` on its own calendar), in order: its weekly hours as instants of that very
 * day, with closures cut out.
 */
export function openStretches(venue: VenueTimes, day: string): Stretch[] {
  return withoutClosures(weeklyStretches(venue, day), venue.closures)
}

/** The same before closures are cut out: what the weekly hours promise. */
export function weeklyStretches(venue: VenueTimes, day: string): Stretch[] {
  const weekday = weekdayOf(day)
  const stretches = venue.openingHours
    .filter((hours) => hours.weekday === weekday)
    .map(({ opensMinute, closesMinute }) => ({
      from: instantOfWallTime(day, opensMinute, venue.timeZone),
      to: instantOfWallTime(day, closesMinute, venue.timeZone),
    }))
    // Hours that lie in what the clock skips in spring do not happen that day.
    .filter(({ from, to }) => from < to)
  return joined(stretches)
}

/** The open stretches of all days that touch `from` to `to`; one that runs on past midnight is one. */
export function openStretchesBetween(venue: VenueTimes, from: Date, to: Date): Stretch[] {
  return joined(daysOf(from, to, venue.timeZone).flatMap((day) => openStretches(venue, day)))
}

export function isOpenThroughout(venue: VenueTimes, from: Date, to: Date): boolean {
  return isWithin({ from, to }, openStretchesBetween(venue, from, to))
}

/** The same by the weekly hours alone: tells a closure from hours that never were. */
export function isOpenByWeeklyHours(venue: VenueTimes, from: Date, to: Date): boolean {
  return isOpenThroughout({ ...venue, closures: [] }, from, to)
}

/** The first instant not before `after` at which the venue is open; null when there is none within a year. */
export function nextOpening(venue: VenueTimes, after: Date): Date | null {
  const first = dayAt(after, venue.timeZone)
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const stretch = openStretches(venue, addDays(first, ahead)).find(({ to }) => to > after)
    if (stretch) return laterOf(stretch.from, after)
  }
  return null
}

/** The first closure that takes something of `from` to `to`. */
export function findClosure(venue: VenueTimes, { from, to }: Stretch): ClosedTime | undefined {
  return venue.closures
    .filter((closure) => closure.startsAt < to && closure.endsAt > from)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0]
}

export function isWithin(time: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => from <= time.from && time.to <= to)
}

/** Stretches of one day as people write them: `09:00–13:00, 14:00–24:00`. */
export function hoursText(stretches: readonly Stretch[], day: string, timeZone: string): string {
  const midnight = boundsOfDay(day, timeZone).to
  return stretches
    .map(({ from, to }) => {
      const end = to.getTime() === midnight.getTime() ? '24:00' : clockAt(to, timeZone)
      return `${clockAt(from, timeZone)}–${end}`
    })
    .join(', ')
}

/** In order; what overlaps or touches becomes one. */
function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = result.at(-1)
    if (last && stretch.from <= last.to) last.to = laterOf(last.to, stretch.to)
    else result.push({ ...stretch })
  }
  return result
}

function withoutClosures(stretches: Stretch[], closures: readonly ClosedTime[]): Stretch[] {
  return closures.reduce(
    (open, closure) =>
      open.flatMap(({ from, to }) =>
        [
          { from, to: earlierOf(to, closure.startsAt) },
          { from: laterOf(from, closure.endsAt), to },
        ].filter((rest) => rest.from < rest.to),
      ),
    stretches,
  )
}

/** Every calendar day of the zone that has something of `from` to `to`. */
function daysOf(from: Date, to: Date, timeZone: string): string[] {
  const days = []
  let day = dayAt(from, timeZone)
  // Compared as instants: as text, the first day of the year 10000 is before the last of 9999, and this never ends.
  for (; boundsOfDay(day, timeZone).from <= to; day = addDays(day, 1)) days.push(day)
  return days
}
