import { useFormatter, useNow, useTranslations } from 'next-intl'
import { dateTimeFormats, type DateTimeFormatOptions } from '#lib/i18n/date-time-formats.ts'

/**
 * Times as people say them near ("tomorrow 09:00–13:00"), in the zone of the place. Only formats instants, so it runs in the
 * browser too.
 */
export function useTimeWords(timeZone: string) {
  const t = useTranslations('bookings.when')
  const format = useFormatter()
  const now = useNow()

  const dated = (at: Date, shape: DateTimeFormatOptions) =>
    format.dateTime(at, { ...shape, ...yearUnlessNow(at, now, timeZone), timeZone })

  const clock = (at: Date) => format.dateTime(at, 'clock', { timeZone })
  const shortDay = (at: Date) => dated(at, { weekday: 'short', day: 'numeric', month: 'short' })
  const near = (at: Date) => nearness(at, now, timeZone)
  const moment = (at: Date) => dated(at, dateTimeFormats.dayClock)

  return {
    clock,
    /** Today, Tomorrow, or the day itself. */
    day: (at: Date) => t('day', { near: near(at), day: shortDay(at) }),
    longDay: (at: Date) => dated(at, dateTimeFormats.day),
    span: (from: Date, to: Date) => {
      const values = { near: near(from), day: shortDay(from), from: clock(from), to: clock(to) }
      return isSameDay(from, to, timeZone)
        ? t('span', values)
        : t('spanOver', { ...values, endDay: shortDay(to) })
    },
    until: (at: Date) => t('until', { near: near(at), day: shortDay(at), clock: clock(at) }),
    /** How long it is between two instants, such as "2 h 10 min". */
    length: (from: Date, to: Date) => {
      const all = Math.max(0, Math.ceil((to.getTime() - from.getTime()) / 60_000))
      const [hours, minutes] = [Math.floor(all / 60), all % 60]
      if (hours === 0) return t('minutes', { minutes })
      return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes })
    },
    /** Day and clock, such as "Tue, 24 Nov, 09:00". */
    moment,
    /** Whole days without their midnights, anything else with its clock. */
    stretch: (from: Date, to: Date) => {
      const last = new Date(to.getTime() - 1)
      if (clock(from) !== '00:00' || clock(to) !== '00:00') return `${moment(from)} – ${moment(to)}`
      const days = [shortDay(from), shortDay(last)]
      return [...new Set(days)].join(' – ')
    },
  }
}

type Nearness = 'today' | 'tomorrow' | 'yesterday' | 'other'

function nearness(at: Date, now: Date, timeZone: string): Nearness {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days === -1 ? 'yesterday' : 'other'
}

/** An end at midnight still belongs to the day before it. */
function isSameDay(from: Date, to: Date, timeZone: string): boolean {
  return dayNumber(from, timeZone) === dayNumber(new Date(to.getTime() - 1), timeZone)
}

/** Days since 1970 on the wall calendar of the zone. */
function dayNumber(at: Date, timeZone: string): number {
  const { year, month, day } = dateAt(at, timeZone)
  return Date.UTC(year!, month! - 1, day) / 86_400_000
}

/** A date of another year is told with its year. */
function yearUnlessNow(at: Date, now: Date, timeZone: string): { year?: 'numeric' } {
  return dateAt(at, timeZone).year === dateAt(now, timeZone).year ? {} : { year: 'numeric' }
}

const calendars = new Map<string, Intl.DateTimeFormat>()

function dateAt(at: Date, timeZone: string): Partial<Record<string, number>> {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
  calendars.set(timeZone, calendar)
  return Object.fromEntries(calendar.formatToParts(at).map((p) => [p.type, Number(p.value)]))
}
