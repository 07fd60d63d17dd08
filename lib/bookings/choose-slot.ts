import {
  addMinutes,
  boundsOfDay,
  ceilToStep,
  clockAt,
  dayAt,
  earlierOf,
  instantOfWallTime,
  laterOf,
  minutesBetween,
} from '#lib/time.ts'
import {
  nextOpening,
  openStretches,
  openStretchesBetween,
  type Stretch,
  type VenueTimes,
} from '#lib/venues/policy.ts'
import { earliestStart, lastDayAhead, type TimeRule } from './policy.ts'

/** What an address asks for: a day of the venue's calendar, wall times, or a length in minutes in place of the end. */
export type SlotWish = { day?: string; from?: string; to?: string; minutes?: number }

export type TimeOption = {
  /** `HH:MM` of the venue's wall clock, with the offset where the clock shows a time for the second time. */
  value: string
  at: Date
  isNextDay: boolean
}

/** A time of a day that may be booked, and all the others to choose from. */
export type Slot = Stretch & {
  starts: TimeOption[]
  ends: TimeOption[]
  /** All that is left of the day's opening, as far as one booking reaches. */
  wholeDay: { from: string; to: string }
}

export type ChosenSlot = {
  day: string
  today: string
  /** Null when nothing of the day can be booked any more. */
  slot: Slot | null
  /** When the venue opens next, for a day that has nothing. */
  opens: Date | null
  /** The last day on which a booking may begin. */
  lastDay: string
  /** A time that was asked for and that the clock skips on this day. */
  skipped: string | null
}

type Place = { venue: VenueTimes; rule: TimeRule }

/** What is shown first, in minutes. */
const usualMinutes = 240

/**
 * The slot that an address means, as instants. Whatever it leaves open, or asks against hours and rules, is settled by what
 * is sensible: the next step from now, four hours, the end of the opening.
 */
export function chooseSlot(place: Place, wish: SlotWish, now: Date): ChosenSlot {
  const { timeZone } = place.venue
  const today = dayAt(now, timeZone)
  const lastDay = lastDayAhead(place.rule, timeZone, now)
  const isAsked = wish.day !== undefined && wish.day >= today
  const day = isAsked ? wish.day! : firstDay(place, now)
  const starts = day > lastDay ? [] : listStarts(place, day, now)
  const start = findStart(starts, wish.from) ?? usualStart(starts, now)
  if (!start) {
    const after = day > lastDay ? now : boundsOfDay(day, timeZone).to
    const opens = nextOpening(place.venue, laterOf(now, after))
    return { day, today, slot: null, opens, lastDay, skipped: null }
  }
  const open = openAround(place, start.at)
  const ends = listEnds(place, start.at, open.to)
  const end = findEnd(ends, start.at, wish) ?? usualEnd(ends, start.at)
  const wholeDay = wholeDayOf(place, starts)
  const slot = { from: start.at, to: end.at, starts, ends, wholeDay }
  const skipped = [wish.from, wish.to].find((clock) => isSkipped(clock, day, timeZone)) ?? null
  return { day, today, slot, opens: null, lastDay, skipped }
}

/** Whether the wall clock goes past a time without showing it, as in the night when summer time begins. */
function isSkipped(clock: string | undefined, day: string, timeZone: string): boolean {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(clock ?? '') ?? []
  const minuteOfDay = Number(hours) * 60 + Number(minutes)
  if (!clock || !(minuteOfDay < 24 * 60) || Number(minutes) > 59) return false
  return clockAt(instantOfWallTime(day, minuteOfDay, timeZone), timeZone) !== clock
}

/** Today while something of it is left, else the day of the next opening. */
function firstDay(place: Place, now: Date): string {
  const { timeZone } = place.venue
  const { stepMinutes, noticeMinutes } = place.rule
  const next = ceilToStep(addMinutes(now, noticeMinutes), stepMinutes, timeZone)
  return dayAt(nextOpening(place.venue, next) ?? now, timeZone)
}

/** Every step after which the shortest booking still fits into the opening. */
function listStarts(place: Place, day: string, now: Date): TimeOption[] {
  const { venue, rule } = place
  const earliest = earliestStart(rule, venue.timeZone, now)
  const instants = openStretches(venue, day).flatMap(({ from, to }) =>
    stepsOf(place, laterOf(from, earliest), to).filter((step) => {
      const end = firstEnd(place, step)
      if (end > addMinutes(step, rule.longestMinutes)) return false
      // An opening may run on past midnight.
      return end <= to || end <= openAround(place, step).to
    }),
  )
  return optionsOf(instants, day, venue.timeZone)
}

function listEnds(place: Place, start: Date, closes: Date): TimeOption[] {
  const { venue, rule } = place
  const last = earlierOf(closes, addMinutes(start, rule.longestMinutes))
  const instants = stepsOf(place, firstEnd(place, start), addMinutes(last, 1))
  return optionsOf(instants, dayAt(start, venue.timeZone), venue.timeZone)
}

function firstEnd({ venue, rule }: Place, start: Date): Date {
  const { stepMinutes, shortestMinutes } = rule
  return ceilToStep(addMinutes(start, shortestMinutes), stepMinutes, venue.timeZone)
}

/** The stretch of opening that `start` lies in; it may run on past midnight. */
function openAround({ venue, rule }: Place, start: Date): Stretch {
  const around = openStretchesBetween(venue, start, addMinutes(start, rule.longestMinutes))
  return around.find(({ from, to }) => from <= start && start < to) ?? { from: start, to: start }
}

function wholeDayOf(place: Place, starts: TimeOption[]): { from: string; to: string } {
  const first = starts[0]!
  const ends = listEnds(place, first.at, openAround(place, first.at).to)
  const last = ends.findLast(({ isNextDay }) => !isNextDay) ?? ends[0]!
  return { from: first.value, to: last.value }
}

/** Every step from `from` on and before `to`. */
function stepsOf(place: Place, from: Date, to: Date): Date[] {
  const steps: Date[] = []
  let step = ceilToStep(from, place.rule.stepMinutes, place.venue.timeZone)
  for (; step < to; step = nextStep(place, step)) steps.push(step)
  return steps
}

function nextStep({ venue, rule }: Place, step: Date): Date {
  return ceilToStep(addMinutes(step, 1), rule.stepMinutes, venue.timeZone)
}

function optionsOf(instants: Date[], day: string, timeZone: string): TimeOption[] {
  const seen = new Set<string>()
  return instants.map((at) => {
    const isMidnight = at.getTime() === boundsOfDay(day, timeZone).to.getTime()
    const clock = isMidnight ? '24:00' : clockAt(at, timeZone)
    const value = seen.has(clock) ? `${clock}${offsetAt(at, timeZone)}` : clock
    seen.add(clock)
    return { value, at, isNextDay: !isMidnight && dayAt(at, timeZone) > day }
  })
}

/** Where the asked time is not offered, the first offered after it: a time that has passed becomes the running step. */
function findStart(starts: TimeOption[], wish: string | undefined): TimeOption | undefined {
  if (!wish) return undefined
  return starts.find(({ value }) => value === wish) ?? starts.find(({ value }) => value > wish)
}

function usualStart(starts: TimeOption[], now: Date): TimeOption | undefined {
  return starts.find(({ at }) => at >= now) ?? starts.at(-1)
}

function findEnd(ends: TimeOption[], start: Date, wish: SlotWish): TimeOption | undefined {
  if (wish.minutes) return lastWithin(ends, start, wish.minutes)
  return ends.find(({ value }) => value === wish.to)
}

function usualEnd(ends: TimeOption[], start: Date): TimeOption {
  return lastWithin(ends, start, usualMinutes) ?? ends[0]!
}

function lastWithin(ends: TimeOption[], start: Date, minutes: number): TimeOption | undefined {
  return ends.findLast(({ at }) => minutesBetween(start, at) <= minutes)
}

/** Such as `+01:00`. */
function offsetAt(at: Date, timeZone: string): string {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  return name === 'GMT' ? '+00:00' : (name ?? '').replace('GMT', '')
}
