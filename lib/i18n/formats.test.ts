import { describe, expect, it } from 'vitest'
import {
  capitalize,
  formatDayNear,
  formatExact,
  formatTimeRange,
  formatWhen,
  formatFromNow,
} from './formats.ts'
import type { Locale } from './locales.ts'

const warsaw = 'Europe/Warsaw'
const wednesdayNoon = '2025-11-26T11:00:00Z'

function near(locale: Locale, timeZone = warsaw, now = wednesdayNoon) {
  return { locale, timeZone, now }
}

describe('formatWhen', () => {
  it.each([
    ['en', 'tomorrow 09:00–13:00'],
    ['ru', 'завтра 09:00–13:00'],
    ['pl', 'jutro 09:00–13:00'],
  ] as const)('says tomorrow in %s', (locale, expected) => {
    expect(formatWhen('2025-11-27T08:00:00Z', '2025-11-27T12:00:00Z', near(locale))).toBe(expected)
  })

  it.each([
    ['en', 'Sunday, November 30, 09:00–13:00'],
    ['ru', 'воскресенье, 30 ноября, 09:00–13:00'],
    ['pl', 'niedziela, 30 listopada, 09:00–13:00'],
  ] as const)('names a day further off in %s', (locale, expected) => {
    expect(formatWhen('2025-11-30T08:00:00Z', '2025-11-30T12:00:00Z', near(locale))).toBe(expected)
  })

  it('names the year when it is another one', () => {
    expect(formatWhen('2026-01-03T08:00:00Z', null, near('en'))).toBe(
      'Saturday, January 3, 2026, 09:00',
    )
  })

  it('names both days of a night', () => {
    expect(formatWhen('2025-11-26T21:00:00Z', '2025-11-27T01:00:00Z', near('en'))).toBe(
      'today 22:00 – tomorrow 02:00',
    )
  })

  it('takes instants as dates and as text alike', () => {
    const from = new Date('2025-11-27T08:00:00Z')
    const to = new Date('2025-11-27T12:00:00Z')
    expect(formatWhen(from, to, near('en'))).toBe(
      formatWhen(from.toISOString(), to.toISOString(), near('en')),
    )
  })
})

describe('the day is that of the venue', () => {
  it.each([
    // 23:30 UTC is the next day already in Warsaw and in Kathmandu, and the same day in New York.
    ['Europe/Warsaw', 'tomorrow'],
    ['Asia/Kathmandu', 'tomorrow'],
    ['America/New_York', 'today'],
  ])('in %s', (timeZone, expected) => {
    expect(formatDayNear('2025-11-26T23:30:00Z', near('en', timeZone))).toBe(expected)
  })

  it('shows quarter-hour offsets', () => {
    expect(
      formatTimeRange('2025-11-27T03:15:00Z', '2025-11-27T04:15:00Z', 'en', 'Asia/Kathmandu'),
    ).toBe('09:00–10:00')
  })

  it('ends at 24:00 and not at 00:00 of a day that nobody means', () => {
    expect(formatTimeRange('2025-11-26T17:00:00Z', '2025-11-26T23:00:00Z', 'en', warsaw)).toBe(
      '18:00–24:00',
    )
  })
})

describe('days on which the clock is moved', () => {
  it('keeps tomorrow tomorrow on a day of 23 hours', () => {
    const beforeSpring = '2025-03-29T22:30:00Z'
    expect(formatDayNear('2025-03-30T21:30:00Z', near('en', warsaw, beforeSpring))).toBe('tomorrow')
  })

  it('keeps tomorrow tomorrow on a day of 25 hours', () => {
    const beforeAutumn = '2025-10-25T21:30:00Z'
    expect(formatDayNear('2025-10-26T22:30:00Z', near('en', warsaw, beforeAutumn))).toBe('tomorrow')
  })

  it('tells the two 02:30 of an autumn night apart', () => {
    const firstHalfPastTwo = '2025-10-26T00:30:00Z'
    const secondHalfPastTwo = '2025-10-26T01:30:00Z'
    expect(formatTimeRange(firstHalfPastTwo, secondHalfPastTwo, 'en', warsaw)).toBe(
      '02:30 GMT+2 – 02:30 GMT+1',
    )
    expect(formatExact(firstHalfPastTwo, secondHalfPastTwo, near('en'))).toBe(
      'Sunday, October 26, 2025, 02:30 GMT+2 – 02:30 GMT+1',
    )
  })

  it('names the offset once when the clock stands still', () => {
    expect(formatExact('2025-11-27T08:00:00Z', '2025-11-27T12:00:00Z', near('en'))).toBe(
      'Thursday, November 27, 2025, 09:00–13:00 GMT+1',
    )
  })
})

it('formatFromNow takes the coarsest unit', () => {
  expect(formatFromNow('2025-11-26T11:20:00Z', 'en', wednesdayNoon)).toBe('in 20 minutes')
  expect(formatFromNow('2025-11-26T09:00:00Z', 'pl', wednesdayNoon)).toBe('2 godziny temu')
  expect(formatFromNow('2025-11-29T11:20:00Z', 'ru', wednesdayNoon)).toBe('через 3 дня')
})

it('capitalize opens a sentence in any alphabet', () => {
  expect(capitalize('завтра 09:00', 'ru')).toBe('Завтра 09:00')
  expect(capitalize('środa', 'pl')).toBe('Środa')
})
