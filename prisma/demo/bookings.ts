import { addDays, addMinutes, dayAt, earlierOf, floorToStep, instantOfWallTime } from '#lib/time.ts'
import { venue } from './venue.ts'

export type DemoBooking = {
  startsAt: Date
  endsAt: Date
  madeAt: Date
  occupiedUntil: Date
  releaseDueAt: Date
  checkedInAt?: Date
  leftAt?: Date
  releasedAt?: Date
  cancelledAt?: Date
}

const graceMinutes = 15

/**
 * What the readers did and mean to do around `now`, one list for each of them: some sit here, some are expected, some have
 * left, one did not come; tomorrow fills up as well. Nobody has more than one booking that has not begun.
 */
export function bookingsOfReaders(now: Date): DemoBooking[][] {
  const step = floorToStep(now, 15, venue.timeZone)
  const at = (minutes: number) => addMinutes(step, minutes)
  const here = [-30, -45, -60, -75, -90, -120, -135, -150, -165, -180, -210, -240].map(
    (start, i) => [
      comes(at(start), at(start + 300 + 30 * (i % 4)), 3 + i),
      ...(i % 3 === 0 ? [tomorrow(now, 540 + 30 * i, 240)] : []),
    ],
  )
  const late = [[expected(at(0), at(180))]]
  const today = [30, 60, 75, 120, 150, 180, 240].map((start, i) => [
    expected(at(start), at(start + 120 + 30 * i)),
  ])
  const left = [-420, -390, -330, -300].map((start, i) => [
    leaves(at(start), at(start + 240), at(start + 200 + 9 * i)),
    tomorrow(now, 510 + 45 * i, 180),
  ])
  const absent = [[isAbsent(at(-135), at(60))], [cancels(at(90), at(240), at(-50))]]
  const nextDay = [540, 600, 720, 840].map((start) => [tomorrow(now, start, 240)])
  return [...here, ...late, ...today, ...left, ...absent, ...nextDay]
}

/** A past for the demo member, so that the history shows every way in which a booking ends. */
export function pastOfMember(now: Date): DemoBooking[] {
  const on = (daysAgo: number, minute: number) =>
    instantOfWallTime(addDays(dayAt(now, venue.timeZone), -daysAgo), minute, venue.timeZone)
  return [
    leaves(on(2, 9 * 60), on(2, 13 * 60), on(2, 12 * 60 + 41)),
    cancels(on(5, 14 * 60), on(5, 18 * 60), on(6, 20 * 60 + 12)),
    comes(on(6, 16 * 60 + 30), on(6, 20 * 60), 6),
    isAbsent(on(9, 10 * 60), on(9, 12 * 60)),
    leaves(on(12, 8 * 60 + 30), on(12, 16 * 60), on(12, 15 * 60 + 27)),
  ]
}

function tomorrow(now: Date, minute: number, length: number): DemoBooking {
  const day = addDays(dayAt(now, venue.timeZone), 1)
  const startsAt = instantOfWallTime(day, minute, venue.timeZone)
  return {
    ...expected(startsAt, addMinutes(startsAt, length)),
    madeAt: addMinutes(now, -minute / 10),
  }
}

function expected(startsAt: Date, endsAt: Date): DemoBooking {
  return {
    startsAt,
    endsAt,
    madeAt: addMinutes(startsAt, -20 * 60),
    occupiedUntil: endsAt,
    releaseDueAt: addMinutes(startsAt, graceMinutes),
  }
}

function comes(startsAt: Date, endsAt: Date, afterMinutes: number): DemoBooking {
  return { ...expected(startsAt, endsAt), checkedInAt: addMinutes(startsAt, afterMinutes) }
}

function leaves(startsAt: Date, endsAt: Date, leftAt: Date): DemoBooking {
  return { ...comes(startsAt, endsAt, 4), leftAt, occupiedUntil: earlierOf(endsAt, leftAt) }
}

function isAbsent(startsAt: Date, endsAt: Date): DemoBooking {
  return { ...expected(startsAt, endsAt), releasedAt: addMinutes(startsAt, graceMinutes) }
}

function cancels(startsAt: Date, endsAt: Date, cancelledAt: Date): DemoBooking {
  return { ...expected(startsAt, endsAt), cancelledAt }
}
