import { describe, expect, it } from 'vitest'
import { boundsOfDay, instantOfWallTime, minutesBetween } from '#lib/time.ts'
import {
  hoursText,
  isOpenThroughout,
  nextOpening,
  openStretches,
  openStretchesBetween,
  weeklyStretches,
  type VenueTimes,
} from './policy.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const allDay = { opensMinute: 0, closesMinute: 1440 }

function venue(given: Partial<VenueTimes> = {}): VenueTimes {
  const openingHours = everyDay.map((weekday) => ({
    weekday,
    opensMinute: 9 * 60,
    closesMinute: 20 * 60,
  }))
  return { timeZone: 'Europe/Berlin', openingHours, closures: [], ...given }
}

function closure(startsAt: string, endsAt: string) {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), reason: 'Stocktaking' }
}

/** What a day's stretches look like on its own clock. */
function hours(of: VenueTimes, day: string): string {
  return hoursText(openStretches(of, day), day, of.timeZone)
}

function isOpen(of: VenueTimes, from: string, to: string): boolean {
  return isOpenThroughout(of, new Date(from), new Date(to))
}

describe('openStretchesBetween', () => {
  it('comes to an end where the year gets a fifth digit', () => {
    const [from, to] = [new Date('9999-12-31T12:00:00Z'), new Date('+010000-01-01T12:00:00Z')]
    expect(openStretchesBetween(venue(), from, to)).toHaveLength(2)
  })
})

describe('openStretches', () => {
  it('follows the weekday of the venue’s own calendar', () => {
    const onMondays = venue({ openingHours: [{ weekday: 1, opensMinute: 540, closesMinute: 720 }] })
    expect(hours(onMondays, '2026-11-23')).toBe('09:00–12:00')
    expect(hours(onMondays, '2026-11-24')).toBe('')
  })

  it('gives several stretches in order and joins those that touch', () => {
    const openingHours = [
      { weekday: 1, opensMinute: 840, closesMinute: 1080 },
      { weekday: 1, opensMinute: 540, closesMinute: 720 },
      { weekday: 1, opensMinute: 1080, closesMinute: 1440 },
    ]
    expect(hours(venue({ openingHours }), '2026-11-23')).toBe('09:00–12:00, 14:00–24:00')
  })

  it('cuts closures out: at an end, in the middle, over all', () => {
    const closures = [
      closure('2026-11-23T07:00:00Z', '2026-11-23T09:00:00Z'),
      closure('2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z'),
      closure('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'),
    ]
    const closed = venue({ closures })
    expect(hours(closed, '2026-11-23')).toBe('10:00–13:00, 14:00–20:00')
    expect(hours(closed, '2026-11-24')).toBe('')
    expect(weeklyStretches(closed, '2026-11-24')).toHaveLength(1)
  })

  it('is open 23 and 25 hours on the days of the jump when it never closes', () => {
    const openingHours = everyDay.map((weekday) => ({ weekday, ...allDay }))
    const alwaysOpen = venue({ openingHours })
    for (const day of ['2026-03-29', '2026-10-25', '2026-06-01']) {
      expect(openStretches(alwaysOpen, day)).toEqual([boundsOfDay(day, 'Europe/Berlin')])
    }
  })

  it.each([
    ['opens within what the clock skips: at the jump', 150, 300, '03:00–05:00'],
    ['closes within it: at the jump', 60, 150, '01:00–03:00'],
    ['lies within it: does not happen', 125, 175, ''],
  ])('%s', (_case, opensMinute, closesMinute, text) => {
    const openingHours = [{ weekday: 7, opensMinute, closesMinute }]
    expect(hours(venue({ openingHours }), '2026-03-29')).toBe(text)
  })

  it('keeps the wall clock of Lord Howe, whose summer is half an hour', () => {
    const openingHours = [{ weekday: 7, opensMinute: 60, closesMinute: 600 }]
    const island = venue({ timeZone: 'Australia/Lord_Howe', openingHours })
    const [spring] = openStretches(island, '2026-10-04')
    const [autumn] = openStretches(island, '2026-04-05')
    expect(minutesBetween(spring!.from, spring!.to)).toBe(8.5 * 60)
    expect(minutesBetween(autumn!.from, autumn!.to)).toBe(9.5 * 60)
  })
})

describe('isOpenThroughout', () => {
  const openingHours = everyDay.map((weekday) => ({ weekday, ...allDay }))

  it('counts up to the closing itself, and not a minute more', () => {
    expect(isOpen(venue(), '2026-11-23T08:00:00Z', '2026-11-23T19:00:00Z')).toBe(true)
    expect(isOpen(venue(), '2026-11-23T08:00:00Z', '2026-11-23T19:01:00Z')).toBe(false)
    expect(isOpen(venue(), '2026-11-23T07:59:00Z', '2026-11-23T19:00:00Z')).toBe(false)
  })

  it('runs on past midnight where the hours touch there', () => {
    const from = '2026-11-23T20:00:00Z'
    expect(isOpen(venue({ openingHours }), from, '2026-11-24T20:00:00Z')).toBe(true)
    expect(isOpen(venue(), from, '2026-11-24T08:00:00Z')).toBe(false)
  })

  it('sees a closure on the second day', () => {
    const closures = [closure('2026-11-24T03:00:00Z', '2026-11-24T04:00:00Z')]
    const closed = venue({ openingHours, closures })
    expect(isOpen(closed, '2026-11-23T20:00:00Z', '2026-11-24T03:00:00Z')).toBe(true)
    expect(isOpen(closed, '2026-11-23T20:00:00Z', '2026-11-24T03:15:00Z')).toBe(false)
  })

  it('does not take a lunch break for open', () => {
    const openingHours = [
      { weekday: 1, opensMinute: 540, closesMinute: 720 },
      { weekday: 1, opensMinute: 780, closesMinute: 1080 },
    ]
    const withBreak = venue({ openingHours })
    expect(isOpen(withBreak, '2026-11-23T10:00:00Z', '2026-11-23T13:00:00Z')).toBe(false)
  })
})

describe('nextOpening', () => {
  it('is the moment itself while open, else the next start', () => {
    const now = new Date('2026-11-23T10:10:00Z')
    expect(nextOpening(venue(), now)).toEqual(now)
    const evening = new Date('2026-11-23T19:00:00Z')
    expect(nextOpening(venue(), evening)).toEqual(
      instantOfWallTime('2026-11-24', 540, 'Europe/Berlin'),
    )
  })

  it('passes over closures and closed weekdays', () => {
    const openingHours = [{ weekday: 1, opensMinute: 540, closesMinute: 720 }]
    const closures = [closure('2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z')]
    const opens = nextOpening(venue({ openingHours, closures }), new Date('2026-11-23T11:00:00Z'))
    expect(opens).toEqual(instantOfWallTime('2026-12-07', 540, 'Europe/Berlin'))
  })

  it('is null for a venue that never opens', () => {
    expect(nextOpening(venue({ openingHours: [] }), new Date('2026-11-23T10:00:00Z'))).toBeNull()
  })
})
