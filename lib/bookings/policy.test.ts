import { describe, expect, it } from 'vitest'
import { boundsOfDay, clockAt, dayAt, instantOfWallTime } from '#lib/time.ts'
import type { Stretch } from '#lib/venues/policy.ts'
import {
  judgeTime,
  releaseDueAt,
  stateOfBooking,
  type BookingFacts,
  type BookingPlace,
} from './policy.ts'
import { freeTimes, nearestPossible } from './free-times.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const at = (text: string) => new Date(text)
const now = at('2026-11-23T09:07:00Z')

type Given = {
  timeZone?: string
  hours?: [opens: number, closes: number][]
  weekdays?: number[]
  closures?: { startsAt: Date; endsAt: Date; reason: string }[]
  rule?: Partial<BookingPlace['rule']>
}

function place(given: Given = {}): BookingPlace {
  const {
    timeZone = 'Europe/Berlin',
    hours = [[9, 20]],
    weekdays = everyDay,
    closures = [],
  } = given
  const openingHours = weekdays.flatMap((weekday) =>
    hours.map(([opens, closes]) => ({
      weekday,
      opensMinute: opens * 60,
      closesMinute: closes * 60,
    })),
  )
  return {
    venue: { name: 'Reading room', timeZone, openingHours, closures },
    rule: {
      stepMinutes: 15,
      shortestMinutes: 15,
      longestMinutes: 1440,
      aheadDays: 366,
      noticeMinutes: 0,
      ...given.rule,
    },
  }
}

const aroundTheClock = { hours: [[0, 24]] as [number, number][] }

function judged(of: BookingPlace, from: string, to: string, options = {}) {
  const refusal = judgeTime({ from: at(from), to: at(to) }, of, now, options)
  return refusal && { code: refusal.code, ...refusal.details }
}

describe('judgeTime', () => {
  it.each([
    ['tomorrow', '2026-11-24T09:00:00Z', '2026-11-24T13:00:00Z'],
    ['the running step', '2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'],
    ['one step', '2026-11-23T18:45:00Z', '2026-11-23T19:00:00Z'],
    ['opening to closing', '2026-11-24T08:00:00Z', '2026-11-24T19:00:00Z'],
  ])('passes %s', (_case, from, to) => {
    expect(judged(place(), from, to)).toBeNull()
  })

  it.each([
    ['end before start', '2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z', 'END_BEFORE_START'],
    ['no length', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z', 'END_BEFORE_START'],
    ['a start between steps', '2026-11-24T10:05:00Z', '2026-11-24T11:00:00Z', 'NOT_ON_STEP'],
    ['an end between steps', '2026-11-24T10:00:00Z', '2026-11-24T11:20:00Z', 'NOT_ON_STEP'],
    ['seconds', '2026-11-24T10:00:01Z', '2026-11-24T11:00:00Z', 'NOT_ON_STEP'],
    [
      'the step before the running',
      '2026-11-23T08:45:00Z',
      '2026-11-23T10:00:00Z',
      'START_IN_PAST',
    ],
    ['before opening', '2026-11-24T07:45:00Z', '2026-11-24T10:00:00Z', 'OUTSIDE_OPENING_HOURS'],
    ['past closing', '2026-11-24T18:00:00Z', '2026-11-24T19:15:00Z', 'OUTSIDE_OPENING_HOURS'],
    ['through the night', '2026-11-24T18:00:00Z', '2026-11-25T09:00:00Z', 'OUTSIDE_OPENING_HOURS'],
  ])('refuses %s', (_case, from, to, code) => {
    expect(judged(place(), from, to)).toMatchObject({ code, timeZone: 'Europe/Berlin' })
  })

  it('names the nearest step of what is off it, start or end', () => {
    const start = judged(place(), '2026-11-24T10:05:00Z', '2026-11-24T11:00:00Z')
    expect(start).toMatchObject({ step: 15, nearest: at('2026-11-24T10:00:00Z') })
    const end = judged(place(), '2026-11-24T10:00:00Z', '2026-11-24T11:08:00Z')
    expect(end).toMatchObject({ nearest: at('2026-11-24T11:15:00Z') })
  })

  it('counts steps on the wall clock, not in UTC', () => {
    const kathmandu = place({ timeZone: 'Asia/Kathmandu', rule: { stepMinutes: 60 } })
    expect(judged(kathmandu, '2026-11-24T04:15:00Z', '2026-11-24T05:15:00Z')).toBeNull()
    expect(judged(kathmandu, '2026-11-24T04:00:00Z', '2026-11-24T05:00:00Z')).toMatchObject({
      code: 'NOT_ON_STEP',
      nearest: at('2026-11-24T04:15:00Z'),
    })
  })

  it('names the earliest start: the running step, or the next opening', () => {
    expect(judged(place(), '2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z')).toMatchObject({
      code: 'START_IN_PAST',
      earliest: at('2026-11-23T09:00:00Z'),
    })
    const onlyMornings = place({ hours: [[8, 9]] })
    expect(judged(onlyMornings, '2026-11-22T07:00:00Z', '2026-11-22T08:00:00Z')).toMatchObject({
      earliest: at('2026-11-24T07:00:00Z'),
    })
  })

  it('lets what is brought back have begun', () => {
    const begun = ['2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z'] as const
    expect(judged(place(), ...begun)).toMatchObject({ code: 'START_IN_PAST' })
    expect(judged(place(), ...begun, { mayHaveBegun: true })).toBeNull()
  })

  it('takes 24 hours for 24 hours, also across the jumps of the clock', () => {
    const open = place(aroundTheClock)
    const fromNoon = (day: string, wall: number) =>
      instantOfWallTime(day, wall, 'Europe/Berlin').toISOString()
    // Noon to noon has 25 hours in autumn and 23 in spring.
    expect(judged(open, fromNoon('2027-10-30', 720), fromNoon('2027-10-31', 720))).toMatchObject({
      code: 'TOO_LONG',
      hours: 24,
      latest: at(fromNoon('2027-10-31', 660)),
    })
    expect(judged(open, fromNoon('2027-10-30', 720), fromNoon('2027-10-31', 660))).toBeNull()
    expect(judged(open, fromNoon('2027-03-27', 720), fromNoon('2027-03-28', 780))).toBeNull()
    expect(judged(open, fromNoon('2027-03-27', 720), fromNoon('2027-03-28', 795))).toMatchObject({
      code: 'TOO_LONG',
    })
  })

  it('takes 24 hours for 24 hours on Lord Howe', () => {
    const island = place({ ...aroundTheClock, timeZone: 'Australia/Lord_Howe' })
    const wall = (day: string, minute: number) =>
      instantOfWallTime(day, minute, 'Australia/Lord_Howe').toISOString()
    expect(judged(island, wall('2027-04-03', 720), wall('2027-04-04', 690))).toBeNull()
    expect(judged(island, wall('2027-04-03', 720), wall('2027-04-04', 705))).toMatchObject({
      code: 'TOO_LONG',
      latest: at(wall('2027-04-04', 690)),
    })
  })

  it('says which hours are open that day, after closures', () => {
    const morning = {
      startsAt: at('2026-11-24T08:00:00Z'),
      endsAt: at('2026-11-24T09:00:00Z'),
      reason: 'Cleaning',
    }
    const split = place({
      hours: [
        [9, 12],
        [13, 24],
      ] as [number, number][],
      closures: [morning],
    })
    expect(judged(split, '2026-11-24T06:00:00Z', '2026-11-24T07:00:00Z')).toMatchObject({
      code: 'OUTSIDE_OPENING_HOURS',
      hours: '10:00–12:00, 13:00–24:00',
      venue: 'Reading room',
    })
  })

  it('blames a closure for what it takes, and the weekly hours for the rest', () => {
    const closure = {
      startsAt: at('2026-11-24T12:00:00Z'),
      endsAt: at('2026-11-24T14:00:00Z'),
      reason: 'A wedding',
    }
    const closed = place({ closures: [closure] })
    expect(judged(closed, '2026-11-24T10:00:00Z', '2026-11-24T13:00:00Z')).toMatchObject({
      code: 'VENUE_CLOSED',
      from: closure.startsAt,
      to: closure.endsAt,
      reason: 'A wedding',
    })
    expect(judged(closed, '2026-11-24T06:00:00Z', '2026-11-24T13:00:00Z')).toMatchObject({
      code: 'OUTSIDE_OPENING_HOURS',
    })
  })

  it('blames the closure that takes the whole day, even outside the weekly hours', () => {
    const day = boundsOfDay('2026-11-24', 'Europe/Berlin')
    const holiday = { startsAt: day.from, endsAt: day.to, reason: 'Holiday' }
    const closed = place({ closures: [holiday] })
    expect(judged(closed, '2026-11-24T05:00:00Z', '2026-11-24T06:00:00Z')).toMatchObject({
      code: 'VENUE_CLOSED',
      reason: 'Holiday',
    })
  })

  it('says when a closed day is over, and when there is nothing to wait for', () => {
    const onTuesdays = place({ weekdays: [2] })
    expect(judged(onTuesdays, '2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z')).toMatchObject({
      code: 'CLOSED_THAT_DAY',
      opens: at('2026-12-01T08:00:00Z'),
    })
    expect(judged(place({ weekdays: [] }), '2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z')).toEqual(
      {
        code: 'NO_OPENING_AHEAD',
        venue: 'Reading room',
        timeZone: 'Europe/Berlin',
      },
    )
  })
})

describe('stateOfBooking', () => {
  const untouched: BookingFacts = {
    startsAt: at('2026-11-23T09:00:00Z'),
    endsAt: at('2026-11-23T10:00:00Z'),
    cancelledAt: null,
    releasedAt: null,
    checkedInAt: null,
    leftAt: null,
  }
  const late = at('2026-11-23T10:00:00Z')
  it.each([
    ['nothing happened yet', {}, now, 'expected'],
    ['nothing happened until the end', {}, late, 'noShow'],
    ['released', { releasedAt: now }, now, 'noShow'],
    ['cancelled', { cancelledAt: now }, late, 'cancelled'],
    ['checked in', { checkedInAt: now }, now, 'here'],
    ['checked in, until the end', { checkedInAt: now }, late, 'finished'],
    ['left', { checkedInAt: now, leftAt: now }, now, 'finished'],
  ] as const)('%s', (_case, facts, moment, state) => {
    expect(stateOfBooking({ ...untouched, ...facts }, moment)).toBe(state)
  })
})

it('the grace counts from the later of start and making', () => {
  const start = at('2026-11-23T09:00:00Z')
  expect(releaseDueAt(start, at('2026-11-20T09:00:00Z'), 15)).toEqual(at('2026-11-23T09:15:00Z'))
  expect(releaseDueAt(start, now, 15)).toEqual(at('2026-11-23T09:22:00Z'))
})

describe('what is near a wish', () => {
  /** `24 09:00–13:00`: day of the month and clock of Berlin. */
  const short = ({ from, to }: Stretch) =>
    `${dayAt(from, 'Europe/Berlin').slice(-2)} ${clockAt(from, 'Europe/Berlin')}–${clockAt(to, 'Europe/Berlin')}`
  const wall = (day: string, clock: string) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    return instantOfWallTime(day, hour * 60 + minute, 'Europe/Berlin')
  }
  const span = (text: string, day = '2026-11-24'): Stretch => {
    const [from = '', to = ''] = text.split('–')
    return { from: wall(day, from), to: wall(day, to) }
  }
  const near = (of: BookingPlace, wish: Stretch) => {
    const found = nearestPossible(wish, of, now)
    return found && short(found.time)
  }

  it.each([
    ['what may be had is itself', '10:00–14:00', '24 10:00–14:00'],
    ['off the steps', '10:05–14:05', '24 10:00–14:00'],
    ['an end before its start is an hour', '14:00–10:00', '24 14:00–15:00'],
    ['too early is cut', '07:00–12:00', '24 09:00–12:00'],
    ['too late is cut', '18:00–23:00', '24 18:00–20:00'],
    ['after closing is moved', '21:00–22:00', '24 19:00–20:00'],
  ])('%s', (_case, wish, time) => {
    expect(near(place(), span(wish))).toBe(time)
  })

  it('goes to the same time of the next day that has room', () => {
    expect(near(place(), span('10:00–12:00', '2026-11-20'))).toBe('23 10:00–12:00')
    expect(near(place({ hours: [[8, 10]] }), span('08:00–09:00', '2026-11-23'))).toBe(
      '24 08:00–09:00',
    )
    expect(near(place({ weekdays: [5] }), span('10:00–12:00'))).toBe('27 10:00–12:00')
    expect(near(place({ weekdays: [] }), span('10:00–12:00'))).toBeNull()
  })

  it('keeps to the longest that is allowed', () => {
    const short = place({ ...aroundTheClock, rule: { longestMinutes: 120 } })
    expect(near(short, span('10:00–18:00'))).toBe('24 10:00–12:00')
  })

  it('cuts and moves around what is taken, nearest first', () => {
    const times = freeTimes(span('10:00–14:00'), place(), [span('12:00–15:00')], now)
    expect(times.map(short)).toEqual(['24 10:00–12:00', '24 15:00–19:00'])
    const early = freeTimes(span('10:00–14:00'), place(), [span('13:30–14:00')], now)
    expect(early.map(short)).toEqual(['24 10:00–13:30', '24 09:30–13:30', '24 14:00–18:00'])
  })

  it('offers no scraps', () => {
    const taken = [span('10:30–20:00'), span('09:00–10:00')]
    expect(freeTimes(span('10:00–14:00'), place(), taken, now)).toEqual([])
    expect(freeTimes(span('10:00–11:00'), place(), taken, now).map(short)).toEqual([
      '24 10:00–10:30',
    ])
  })

  it('never looks behind the running step', () => {
    const today = freeTimes(span('09:00–11:00', '2026-11-23'), place(), [], now)
    expect(today.map(short)).toEqual(['23 10:00–11:00', '23 10:00–12:00'])
  })
})
