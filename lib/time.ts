import { Temporal } from 'temporal-polyfill'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** No time of ours is so late: days are compared as text, and that holds while a year has four digits. */
export const calendarEnd = '9000-01-01'

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * minuteMs)
}

export function minutesBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / minuteMs
}

export function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b
}

export function earlierOf(a: Date, b: Date): Date {
  return a < b ? a : b
}

/** The day (`YYYY-MM-DD`) that the wall calendar of `timeZone` shows at `instant`. */
export function dayAt(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString()
}

/** Minutes on the wall clock of `timeZone` since midnight, with the seconds cut off. */
export function minuteOfDayAt(instant: Date, timeZone: string): number {
  const wall = zoned(instant, timeZone)
  return wall.hour * 60 + wall.minute
}

/** The wall clock of `timeZone` at `instant`, such as 09:05. */
export function clockAt(instant: Date, timeZone: string): string {
  return zoned(instant, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** First instant of the day and first instant of the next: 23, 24 or 25 hours apart. */
export function boundsOfDay(day: string, timeZone: string): { from: Date; to: Date } {
  return { from: instantOfWallTime(day, 0, timeZone), to: instantOfWallTime(day, 1440, timeZone) }
}

/**
 * The instant at which the wall clock of `timeZone` shows `minuteOfDay` (0 to 1440, where 1440 is the next midnight).
 * A wall time that the clock skips gives the instant of the jump; one shown twice gives the earlier. So a later wall time
 * is never an earlier instant.
 */
export function instantOfWallTime(day: string, minuteOfDay: number, timeZone: string): Date {
  const known = `${timeZone} ${day} ${minuteOfDay}`
  const instantMs = wallTimes.get(known) ?? findWallTime(day, minuteOfDay, timeZone).getTime()
  if (wallTimes.size >= wallTimesKept) wallTimes.clear()
  wallTimes.set(known, instantMs)
  return new Date(instantMs)
}

// Opening hours ask for the same few wall times over and over, and the polyfill takes long to find one.
const wallTimes = new Map<string, number>()
const wallTimesKept = 10_000

function findWallTime(day: string, minuteOfDay: number, timeZone: string): Date {
  const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minuteOfDay / 1440) })
  const minute = minuteOfDay % 1440
  const wall = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const early = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (early.toPlainDateTime().equals(wall)) return fromZoned(early)
  return fromZoned(early.getTimeZoneTransition('next') ?? early)
}

/** The last instant not after `instant` at which the wall clock shows a multiple of `stepMinutes`. */
export function floorToStep(instant: Date, stepMinutes: number, timeZone: string): Date {
  const wall = zoned(instant, timeZone)
  const over = (wall.hour * 60 + wall.minute) % stepMinutes
  const cutMs = over * minuteMs + wall.second * 1000 + wall.millisecond
  const floor = wall.subtract({ milliseconds: cutMs })
  if (floor.offsetNanoseconds === wall.offsetNanoseconds) return fromZoned(floor)
  // The clock jumped in between, so that the step was never shown: look before the jump.
  const jump = floor.getTimeZoneTransition('next') ?? floor
  return floorToStep(new Date(jump.epochMilliseconds - 1), stepMinutes, timeZone)
}

/** The first instant not before `instant` at which the wall clock shows a multiple of `stepMinutes`. */
export function ceilToStep(instant: Date, stepMinutes: number, timeZone: string): Date {
  let ceiling = floorToStep(instant, stepMinutes, timeZone)
  // A day of 25 hours may need more than one step ahead to reach the next multiple.
  for (let steps = 1; ceiling < instant; steps++) {
    ceiling = floorToStep(addMinutes(instant, steps * stepMinutes), stepMinutes, timeZone)
  }
  return ceiling
}

export function isOnStep(instant: Date, stepMinutes: number, timeZone: string): boolean {
  return floorToStep(instant, stepMinutes, timeZone).getTime() === instant.getTime()
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

function fromZoned(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds)
}
