import { addDays, dayAt, instantOfWallTime, weekdayOf } from '#lib/time.ts'

export const venue = {
  slug: 'lampa',
  name: 'Czytelnia Lampa',
  address: 'ul. Cicha 12, Warszawa',
  timeZone: 'Europe/Warsaw',
}

/**
 * The reading room is open day and night, so that the demo can be tried at any hour, but for one day a week with shorter
 * hours. That day is half a week away from the day on which the demo is made.
 */
export function openingHours(now: Date) {
  const shortDay = weekdayOf(addDays(dayAt(now, venue.timeZone), 3))
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    weekday === shortDay
      ? { weekday, opensMinute: 8 * 60, closesMinute: 20 * 60 }
      : { weekday, opensMinute: 0, closesMinute: 24 * 60 },
  )
}

/** A day of stocktaking in ten days. */
export function closures(now: Date) {
  const day = addDays(dayAt(now, venue.timeZone), 10)
  return [
    {
      startsAt: instantOfWallTime(day, 0, venue.timeZone),
      endsAt: instantOfWallTime(addDays(day, 1), 0, venue.timeZone),
      reason: 'Inwentaryzacja',
    },
  ]
}
