import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  boundsOfDay,
  ceilToStep,
  clockAt,
  dayAt,
  floorToStep,
  instantOfWallTime,
  isOnStep,
  minuteOfDayAt,
  minutesBetween,
  weekdayOf,
} from './time.ts'

// Whole hours, half hours of summer time, quarter hours, midnights that are skipped, and none of it.
const zones = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'America/St_Johns',
  'UTC',
]
const anyZone = fc.constantFrom(...zones)
const anyInstant = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const anyDay = anyInstant.map((instant) => instant.toISOString().slice(0, 10))
const anyStep = fc.constantFrom(5, 10, 15, 30, 60, 120, 1440)

describe('days', () => {
  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-03-29', 'Asia/Kathmandu', 24],
    ['2026-03-29', 'Asia/Beirut', 23],
    ['2011-12-30', 'Pacific/Apia', 0],
  ])('%s in %s has %f hours', (day, zone, hours) => {
    const { from, to } = boundsOfDay(day, zone)
    expect(minutesBetween(from, to) / 60).toBe(hours)
  })

  it('belong to the calendar of the zone, not of the machine', () => {
    expect(dayAt(new Date('2026-06-30T23:30:00Z'), 'Europe/Berlin')).toBe('2026-07-01')
    expect(dayAt(new Date('2026-06-30T18:14:59Z'), 'Asia/Kathmandu')).toBe('2026-06-30')
    expect(dayAt(new Date('2026-06-30T18:15:00Z'), 'Asia/Kathmandu')).toBe('2026-07-01')
  })

  it('count weekdays from Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7])
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('instantOfWallTime', () => {
  it.each([
    ['an ordinary morning', '2026-11-23', 9 * 60, 'Europe/Berlin', '2026-11-23T08:00:00Z'],
    ['quarter hours', '2026-11-23', 9 * 60, 'Asia/Kathmandu', '2026-11-23T03:15:00Z'],
    ['the next midnight', '2026-11-23', 1440, 'Europe/Berlin', '2026-11-23T23:00:00Z'],
    ['skipped: the jump', '2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['skipped by half an hour', '2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['a skipped midnight', '2026-03-29', 0, 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['shown twice: the earlier', '2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['half an hour twice', '2026-04-05', 105, 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
  ])('%s', (_case, day, minute, zone, instant) => {
    expect(instantOfWallTime(day, minute, zone)).toEqual(new Date(instant))
  })

  it('never puts a later wall time before an earlier one', () => {
    const anyMinute = fc.integer({ min: 0, max: 1440 })
    fc.assert(
      fc.property(anyDay, anyMinute, anyMinute, anyZone, (day, a, b, zone) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)]
        const earlier = instantOfWallTime(day, first, zone)
        expect(instantOfWallTime(day, second, zone) >= earlier).toBe(true)
      }),
    )
  })

  it('gives back what the wall shows, unless the wall never shows it', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const minute = minuteOfDayAt(instant, zone)
        const found = instantOfWallTime(dayAt(instant, zone), minute, zone)
        expect([dayAt(found, zone), minuteOfDayAt(found, zone)]).toEqual([
          dayAt(instant, zone),
          minute,
        ])
      }),
    )
  })
})

describe('steps', () => {
  it.each([
    [
      'the running quarter',
      '2026-11-23T09:07:31.500Z',
      15,
      'Europe/Berlin',
      '2026-11-23T09:00:00Z',
    ],
    ['a step itself', '2026-11-23T09:15:00Z', 15, 'Europe/Berlin', '2026-11-23T09:15:00Z'],
    [
      'the hour of another wall',
      '2026-11-23T09:20:00Z',
      60,
      'Asia/Kathmandu',
      '2026-11-23T09:15:00Z',
    ],
    [
      'a half hour back: the step before the jump',
      '2026-04-04T15:15:00Z',
      60,
      'Australia/Lord_Howe',
      '2026-04-04T14:00:00Z',
    ],
    [
      'a half hour ahead: the step that was skipped does not count',
      '2026-10-03T15:40:00Z',
      60,
      'Australia/Lord_Howe',
      '2026-10-03T14:30:00Z',
    ],
    ['the second two o’clock', '2026-10-25T01:30:00Z', 60, 'Europe/Berlin', '2026-10-25T01:00:00Z'],
  ])('floor: %s', (_case, instant, step, zone, floor) => {
    expect(floorToStep(new Date(instant), step, zone)).toEqual(new Date(floor))
  })

  it('are never after the floor and never before the ceiling, and nothing lies between', () => {
    fc.assert(
      fc.property(anyInstant, anyStep, anyZone, (instant, step, zone) => {
        const floor = floorToStep(instant, step, zone)
        const ceiling = ceilToStep(instant, step, zone)
        expect(floor <= instant && instant <= ceiling).toBe(true)
        expect(isOnStep(floor, step, zone) && isOnStep(ceiling, step, zone)).toBe(true)
        if (floor.getTime() === ceiling.getTime()) return
        const justBefore = new Date(ceiling.getTime() - 1)
        expect(floorToStep(justBefore, step, zone)).toEqual(floor)
      }),
      { numRuns: 300 },
    )
  })
})

it('clocks have two digits and no seconds', () => {
  expect(clockAt(new Date('2026-11-23T03:20:59Z'), 'Asia/Kathmandu')).toBe('09:05')
})
