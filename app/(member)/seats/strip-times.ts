import type { ChosenSlot, TimeOption } from '#lib/bookings/choose-slot.ts'
import { addDays, boundsOfDay, dayAt, instantOfWallTime, minutesBetween } from '#lib/time.ts'
import {
  findClosure,
  isWithin,
  openStretches,
  openStretchesBetween,
  weeklyStretches,
  type VenueTimes,
} from '#lib/venues/policy.ts'
import type { TimeTick } from '#components/seats/time-slider.tsx'
import type { SeatState, SeatView } from '#components/seats/seat-view.ts'

/** What the strip shows of the chosen slot. Noon stands for the day where only its name is needed. */
export function stripTimes({ day, today, slot }: ChosenSlot, timeZone: string) {
  return {
    day: {
      date: day,
      at: instantOfWallTime(day, 12 * 60, timeZone),
      today,
      previous: day > today ? addDays(day, -1) : null,
      next: addDays(day, 1),
    },
    times: slot && {
      from: valueAt(slot.starts, slot.from),
      to: valueAt(slot.ends, slot.to),
      minutes: minutesBetween(slot.from, slot.to),
      starts: slot.starts.map(withoutInstant),
      ends: slot.ends.map(withoutInstant),
      allDay: slot.wholeDay,
    },
  }
}

/** Where the window of the chosen length can be moved to on its day, each as the address calls it. */
export function listTicks(venue: VenueTimes, { slot }: ChosenSlot): TimeTick[] {
  if (!slot) return []
  const lengthMs = slot.to.getTime() - slot.from.getTime()
  const endOf = (start: Date) => new Date(start.getTime() + lengthMs)
  const last = slot.starts.at(-1)!
  const open = openStretchesBetween(venue, slot.starts[0]!.at, endOf(last.at))
  return slot.starts
    .filter(({ at }) => isWithin({ from: at, to: endOf(at) }, open))
    .map(({ value, at }) => ({ value, from: at, to: endOf(at) }))
}

/** Why a day has nothing to book, and when there is something again. */
export function closedDayOf(
  venue: VenueTimes & { rule: { aheadDays: number } },
  { day, today, opens, lastDay }: ChosenSlot,
) {
  const bounds = boundsOfDay(day, venue.timeZone)
  return {
    isOver: day === today && openStretches(venue, day).length > 0,
    closure: weeklyStretches(venue, day).length > 0 ? findClosure(venue, bounds) : undefined,
    tooFar:
      day > lastDay
        ? {
            days: venue.rule.aheadDays,
            last: instantOfWallTime(lastDay, 12 * 60, venue.timeZone),
            date: lastDay,
          }
        : null,
    next: opens && { opens, date: dayAt(opens, venue.timeZone) },
  }
}

export function countStates(seats: readonly SeatView[]): Record<SeatState, number> {
  const counts = { free: 0, mine: 0, taken: 0, closed: 0 }
  for (const { state } of seats) counts[state]++
  return counts
}

function valueAt(options: TimeOption[], instant: Date): string {
  return options.find(({ at }) => at.getTime() === instant.getTime())?.value ?? ''
}

function withoutInstant({ value, isNextDay }: TimeOption) {
  return { value, isNextDay }
}
