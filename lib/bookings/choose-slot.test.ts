import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockAt, dayAt } from '#lib/time.ts'
import { chooseSlot, type SlotWish } from './choose-slot.ts'
import { judgeTime } from './policy.ts'

const rule = {
  stepMinutes: 15,
  shortestMinutes: 15,
  longestMinutes: 1440,
  aheadDays: 366,
  noticeMinutes: 0,
}
const timeZone = 'Europe/Berlin'
const daily = (...hours: [number, number][]) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    hours.map(([opens, closes]) => ({
      weekday,
      opensMinute: opens * 60,
      closesMinute: closes * 60,
    })),
  )
const venueOpen = (
  openingHours: ReturnType<typeof daily>,
  closures: Closures = [],
  numbers: Partial<typeof rule> = {},
) => ({
  venue: { name: 'Reading room', timeZone, openingHours, closures },
  rule: { ...rule, ...numbers },
})
type Closures = { startsAt: Date; endsAt: Date; reason: string }[]

const byDay = venueOpen(daily([8, 22]))
const roundTheClock = venueOpen(daily([0, 24]))

// A Wednesday in winter: Berlin is one hour ahead of UTC.
const now = new Date('2026-11-25T09:07:00Z')

/** `day from–to`, as the wall clock of the venue shows it. */
function chosen(place: typeof byDay, wish: SlotWish, at = now): string {
  const { day, slot } = chooseSlot(place, wish, at)
  return slot
    ? `${day} ${clockAt(slot.from, timeZone)}–${clockAt(slot.to, timeZone)}`
    : `${day} nothing`
}

describe('an address that says nothing', () => {
  test.each([
    ['opens with the next step and four hours', '2026-11-25T09:07:00Z', '2026-11-25 10:15–14:15'],
    [
      'takes the step that begins this very minute',
      '2026-11-25T09:15:00Z',
      '2026-11-25 10:15–14:15',
    ],
    ['ends with the opening', '2026-11-25T19:20:00Z', '2026-11-25 20:30–22:00'],
    ['waits for the opening in the morning', '2026-11-25T03:00:00Z', '2026-11-25 08:00–12:00'],
    ['goes to tomorrow after the last step', '2026-11-25T20:50:00Z', '2026-11-26 08:00–12:00'],
  ])('%s', (_, at, slot) => {
    expect(chosen(byDay, {}, new Date(at))).toBe(slot)
  })
})

describe('an address that says something', () => {
  test.each<[string, SlotWish, string]>([
    [
      'is taken at its word',
      { day: '2026-11-26', from: '09:00', to: '13:00' },
      '2026-11-26 09:00–13:00',
    ],
    [
      'shifts a time that has passed to the running step',
      { from: '08:00', to: '12:00' },
      '2026-11-25 10:00–12:00',
    ],
    ['goes from a day that has passed to today', { day: '2026-11-24' }, '2026-11-25 10:15–14:15'],
    [
      'keeps the length when only the start moves',
      { from: '15:00', minutes: 120 },
      '2026-11-25 15:00–17:00',
    ],
    [
      'keeps of the length what the opening leaves',
      { from: '20:00', minutes: 240 },
      '2026-11-25 20:00–22:00',
    ],
    [
      'falls back on four hours where the end is none',
      { from: '15:00', to: '03:00' },
      '2026-11-25 15:00–19:00',
    ],
    ['rounds up what lies between the steps', { from: '15:07' }, '2026-11-25 15:15–19:15'],
    [
      'starts as usual when it asks for a time after closing',
      { from: '23:00' },
      '2026-11-25 10:15–14:15',
    ],
  ])('%s', (_, wish, slot) => {
    expect(chosen(byDay, wish)).toBe(slot)
  })

  test('may ask for an end before its start, which is that of the next day', () => {
    expect(chosen(roundTheClock, { from: '22:00', to: '02:00' })).toBe('2026-11-25 22:00–02:00')
    const { slot } = chooseSlot(roundTheClock, { from: '22:00', to: '02:00' }, now)
    expect(slot!.to.getTime() - slot!.from.getTime()).toBe(4 * 60 * 60_000)
    expect(slot!.ends.find(({ value }) => value === '02:00')).toMatchObject({ isNextDay: true })
    expect(slot!.ends.find(({ value }) => value === '24:00')).toMatchObject({ isNextDay: false })
  })

  test('never offers more than the rule allows, nor an end beyond the break', () => {
    const night = chooseSlot(roundTheClock, { from: '22:00' }, now).slot!
    expect(night.ends).toHaveLength(96)
    const lunch = chooseSlot(venueOpen(daily([8, 12], [13, 20])), { from: '11:00' }, now).slot!
    expect(lunch.ends.map(({ value }) => value)).toEqual(['11:15', '11:30', '11:45', '12:00'])
  })

  test('offers no start after which no whole step is left', () => {
    const place = venueOpen([{ weekday: 4, opensMinute: 480, closesMinute: 545 }])
    const { starts } = chooseSlot(place, { day: '2026-11-26' }, now).slot!
    expect(starts.map(({ value }) => value)).toEqual(['08:00', '08:15', '08:30', '08:45'])
  })
})

describe('a day that has nothing', () => {
  const closure = {
    startsAt: new Date('2026-11-25T23:00:00Z'),
    endsAt: new Date('2026-11-26T23:00:00Z'),
    reason: 'Stocktaking',
  }

  test('is kept, and says when there is something again', () => {
    const result = chooseSlot(venueOpen(daily([8, 22]), [closure]), { day: '2026-11-26' }, now)
    expect(result).toMatchObject({ day: '2026-11-26', today: '2026-11-25', slot: null })
    expect(result.opens).toEqual(new Date('2026-11-27T07:00:00Z'))
  })

  test('is today, when today was asked for and is over', () => {
    const late = new Date('2026-11-25T20:59:00Z')
    expect(chosen(byDay, { day: '2026-11-25' }, late)).toBe('2026-11-25 21:45–22:00')
    const later = new Date('2026-11-25T21:00:00Z')
    expect(chosen(byDay, { day: '2026-11-25' }, later)).toBe('2026-11-25 nothing')
  })

  test('is not left for another when the venue never opens', () => {
    expect(chooseSlot(venueOpen([]), {}, now)).toMatchObject({ slot: null, opens: null })
  })
})

describe('the rule', () => {
  const placeWith = (numbers: Partial<typeof rule>) => venueOpen(daily([8, 22]), [], numbers)

  test('closes a day that is too far ahead, and says which is the last', () => {
    const place = placeWith({ aheadDays: 30 })
    expect(chosen(place, { day: '2026-12-25' })).toBe('2026-12-25 08:00–12:00')
    expect(chooseSlot(place, { day: '2026-12-26' }, now)).toMatchObject({
      day: '2026-12-26',
      slot: null,
      lastDay: '2026-12-25',
    })
  })

  test('counts its notice from now', () => {
    expect(chosen(placeWith({ noticeMinutes: 90 }), {})).toBe('2026-11-25 11:45–15:45')
    expect(chosen(placeWith({ noticeMinutes: 90 }), { from: '10:00', to: '12:00' })).toBe(
      '2026-11-25 11:45–12:00',
    )
    expect(chosen(placeWith({ noticeMinutes: 24 * 60 }), {})).toBe('2026-11-26 10:15–14:15')
  })

  test('offers no end that is too near, and no start after which the shortest has no room', () => {
    const { starts, ends } = chooseSlot(
      placeWith({ shortestMinutes: 120 }),
      { from: '12:00' },
      now,
    ).slot!
    expect(ends[0]!.value).toBe('14:00')
    expect(starts.at(-1)!.value).toBe('20:00')
    const night = venueOpen(daily([0, 24]), [], { shortestMinutes: 120 })
    expect(chosen(night, { from: '23:00' })).toBe('2026-11-25 23:00–03:00')
  })
})

describe('when the clocks change', () => {
  test('an hour that comes twice is offered twice', () => {
    const { slot } = chooseSlot(
      roundTheClock,
      { day: '2026-10-25', from: '02:30+01:00' },
      new Date('2026-10-20T00:00:00Z'),
    )
    expect(slot!.starts).toHaveLength(100)
    expect(slot!.from).toEqual(new Date('2026-10-25T01:30:00Z'))
    const once = chooseSlot(
      roundTheClock,
      { day: '2026-10-25', from: '02:30' },
      new Date('2026-10-20T00:00:00Z'),
    )
    expect(once.slot!.from).toEqual(new Date('2026-10-25T00:30:00Z'))
  })

  test('an hour that is skipped is not offered', () => {
    const { slot } = chooseSlot(roundTheClock, { day: '2027-03-28', from: '02:30' }, now)
    expect(slot!.starts).toHaveLength(92)
    expect(clockAt(slot!.from, timeZone)).toBe('03:00')
  })
})

test('whatever the address asks, the rules have nothing against what it gets', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const hours = fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 1, max: 96 }),
      ),
      { maxLength: 9 },
    )
    .map((rows) =>
      rows
        .filter(([, opens, closes]) => opens < closes)
        .map(([weekday, opens, closes]) => ({
          weekday,
          opensMinute: opens * 15,
          closesMinute: closes * 15,
        })),
    )
  const wish = fc.record(
    {
      ahead: fc.integer({ min: -2, max: 9 }),
      from: clock,
      to: clock,
      minutes: fc.integer({ min: 1, max: 2000 }),
    },
    { requiredKeys: [] },
  )
  const numbers = fc.record({
    stepMinutes: fc.constantFrom(15, 30, 60),
    shortestMinutes: fc.constantFrom(15, 60, 120),
    longestMinutes: fc.constantFrom(120, 240, 1440),
    aheadDays: fc.constantFrom(2, 7, 366),
    noticeMinutes: fc.constantFrom(0, 45, 24 * 60),
  })
  const start = Date.parse('2026-10-23T00:00:00Z')
  fc.assert(
    fc.property(
      hours,
      wish,
      numbers,
      fc.integer({ min: 0, max: 5 * 24 * 60 }),
      (openingHours, asked, given, minute) => {
        const at = new Date(start + minute * 60_000)
        const { ahead, ...times } = asked
        const day =
          ahead === undefined
            ? undefined
            : dayAt(new Date(at.getTime() + ahead * 86_400_000), timeZone)
        const place = venueOpen(openingHours, [], given)
        const { slot } = chooseSlot(place, { day, ...times }, at)
        const refusal = slot && judgeTime(slot, place, at)
        expect(refusal?.code ?? null).toBe(null)
      },
    ),
  )
})
