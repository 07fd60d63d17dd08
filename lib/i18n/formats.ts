import type { Locale } from './locales.ts'

/** An instant, as a `Date` or as it travels. */
export type Instant = Date | string

export type TimeContext = {
  locale: Locale
  /** The venue's zone: people read the clock on the wall where the seat is. */
  timeZone: string
  now: Instant
}

/** "tomorrow 09:00–13:00", "Thursday, November 27, 09:00–13:00", "today 22:00 – tomorrow 02:00". */
export function formatWhen(from: Instant, to: Instant | null, context: TimeContext): string {
  const { locale, timeZone } = context
  if (to === null) return joinDay(from, formatClock(from, locale, timeZone), context)
  if (!isSameDay(from, to, timeZone)) {
    return `${formatWhen(from, null, context)} – ${formatWhen(to, null, context)}`
  }
  return joinDay(from, formatTimeRange(from, to, locale, timeZone), context)
}

/** The day in the word people use for it: "today", "tomorrow", "yesterday", else its date, with the year if it is not this one. */
export function formatDayNear(instant: Instant, { locale, timeZone, now }: TimeContext): string {
  const distance = daysBetween(dayOf(now, timeZone), dayOf(instant, timeZone))
  if (Math.abs(distance) <= 1) {
    return relativeFormat(locale).format(distance, 'day')
  }
  const isThisYear = dayOf(now, timeZone).slice(0, 4) === dayOf(instant, timeZone).slice(0, 4)
  return dateFormat(locale, timeZone, isThisYear ? 'day' : 'dayYear').format(toDate(instant))
}

/**
 * "09:00–13:00". An end at midnight is 24:00; one on another day carries its weekday. Where the clock is moved in between, both
 * ends name their offset, because 02:30 then exists twice.
 */
export function formatTimeRange(
  from: Instant,
  to: Instant,
  locale: Locale,
  timeZone: string,
): string {
  const start = formatClock(from, locale, timeZone)
  if (!isSameDay(from, to, timeZone)) {
    const weekday = dateFormat(locale, timeZone, 'weekday').format(toDate(to))
    return `${start} – ${weekday} ${formatClock(to, locale, timeZone)}`
  }
  const end = endsAtMidnight(from, to, timeZone) ? '24:00' : formatClock(to, locale, timeZone)
  const offsets = [offsetOf(from, timeZone), offsetOf(to, timeZone)]
  if (offsets[0] === offsets[1]) return `${start}–${end}`
  return `${start} ${offsets[0]} – ${end} ${offsets[1]}`
}

/** "09:00", in all three languages by 24 hours. */
export function formatClock(instant: Instant, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, 'clock').format(toDate(instant))
}

/** With nothing left out, for who hovers: "Thursday, November 27, 2025, 09:00–13:00 GMT+3". */
export function formatExact(
  from: Instant,
  to: Instant | null,
  { locale, timeZone }: Pick<TimeContext, 'locale' | 'timeZone'>,
): string {
  const day = dateFormat(locale, timeZone, 'dayYear').format(toDate(from))
  const offset = offsetOf(from, timeZone)
  if (to === null) return `${day}, ${formatClock(from, locale, timeZone)} ${offset}`
  const range = formatTimeRange(from, to, locale, timeZone)
  return offset === offsetOf(to, timeZone) ? `${day}, ${range} ${offset}` : `${day}, ${range}`
}

/** "in 20 minutes", "2 hours ago": the coarsest unit that is not zero. */
export function formatFromNow(instant: Instant, locale: Locale, now: Instant): string {
  const minutes = Math.round((toDate(instant).getTime() - toDate(now).getTime()) / 60_000)
  const format = relativeFormat(locale)
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
  if (Math.abs(minutes) < 24 * 60) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / (24 * 60)), 'day')
}

/** "Tomorrow …" at the start of a sentence. */
export function capitalize(text: string, locale: Locale): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}

function joinDay(instant: Instant, time: string, context: TimeContext): string {
  const day = formatDayNear(instant, context)
  return /\d/.test(day) ? `${day}, ${time}` : `${day} ${time}`
}

function toDate(instant: Instant): Date {
  return typeof instant === 'string' ? new Date(instant) : instant
}

/** Whether both stand on one page of the calendar; midnight at the end of a day belongs to that day. */
function isSameDay(from: Instant, to: Instant, timeZone: string): boolean {
  return dayOf(from, timeZone) === dayOf(to, timeZone) || endsAtMidnight(from, to, timeZone)
}

function endsAtMidnight(from: Instant, to: Instant, timeZone: string): boolean {
  const lastMoment = new Date(toDate(to).getTime() - 1)
  return (
    dayOf(to, timeZone) !== dayOf(from, timeZone) &&
    dayOf(lastMoment, timeZone) === dayOf(from, timeZone)
  )
}

function dayOf(instant: Instant, timeZone: string): string {
  return dateFormat('sv', timeZone, 'iso').format(toDate(instant))
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function offsetOf(instant: Instant, timeZone: string): string {
  const parts = dateFormat('en', timeZone, 'offset').formatToParts(toDate(instant))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
}

const shapes = {
  iso: { year: 'numeric', month: '2-digit', day: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'short' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  offset: { timeZoneName: 'shortOffset' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

// Making a formatter costs more than a thousand uses of it, and a plan of a day asks for hundreds.
const made = new Map<string, unknown>()

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

function dateFormat(locale: string, timeZone: string, shape: keyof typeof shapes) {
  return once(
    `date ${locale} ${timeZone} ${shape}`,
    () => new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone }),
  )
}

function relativeFormat(locale: Locale) {
  return once(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
}
