import type { PartOfDay } from '#components/bookings/greeting.tsx'
import type { UserActor } from '#lib/access/actor.ts'
import { can } from '#lib/access/permissions.ts'
import { chooseSlot } from '#lib/bookings/choose-slot.ts'
import { findUsualSeat } from '#lib/bookings/find-usual-seat.ts'
import {
  listComingBookings,
  listSeatAvailability,
  type BookingView,
} from '#lib/bookings/queries.ts'
import { boundsOfDay, clockAt, dayAt, minuteOfDayAt } from '#lib/time.ts'
import { hoursText, openStretches, type VenueTimes } from '#lib/venues/policy.ts'
import { getFloorWithSeats, type VenueView } from '#lib/venues/queries.ts'
import { floorPlanSchema, roomOfSeat } from '#lib/venues/schema.ts'
import { venueOrNotFound } from '#lib/web/venue.ts'

/** What lies ahead of a person, and the place where it does. */
export async function loadHome(actor: UserActor, now: Date) {
  const [next, following] = can(actor, 'booking.viewOwn')
    ? await listComingBookings(actor, now)
    : []
  const venue = await venueOrNotFound(next?.venue.slug)
  const [glimpse, free, usual] = await Promise.all([
    loadGlimpse(next?.floor.id ?? venue.floors[0]?.id, next?.seat.id),
    next ? null : countFree(actor, venue, now),
    !next && can(actor, 'booking.make') ? findUsualSeat(actor, now) : null,
  ])
  return {
    next,
    following,
    venue,
    glimpse,
    free,
    usual,
    planHref: next ? planHrefOf(next) : '/seats',
    part: partOfDay(minuteOfDayAt(now, venue.timeZone)),
    hours: hoursOfToday(venue, now),
    closure: venue.closures.find(({ endsAt }) => endsAt > now),
  }
}

/** The seat in its corner of the floor; without a seat any will do that shows what the place is like. */
async function loadGlimpse(floorId: string | undefined, seatId: string | undefined) {
  if (!floorId) return null
  const { seats, plan, width, height } = await getFloorWithSeats(floorId)
  const parsed = floorPlanSchema.parse(plan)
  const drawn = seats.map((seat) => ({ ...seat, ...roomOfSeat(parsed, seat) }))
  const seat = drawn.find(({ id }) => id === seatId) ?? drawn[Math.floor(drawn.length / 3)]
  if (!seat) return null
  return { floor: { width, height, plan: parsed }, seats: drawn, seat, isMine: Boolean(seatId) }
}

async function countFree(actor: UserActor, venue: VenueView, now: Date) {
  const { slot } = chooseSlot({ venue, rule: venue.rule }, {}, now)
  if (!slot) return null
  const { from, to } = slot
  const seats = await listSeatAvailability(actor, { venueId: venue.id, from, to })
  const count = seats.filter(({ state }) => state === 'free').length
  return { count, from, to, timeZone: venue.timeZone }
}

function planHrefOf({ venue, floor, startsAt, endsAt }: BookingView): string {
  const { slug, timeZone } = venue
  const end = clockAt(endsAt, timeZone)
  return `/seats?${new URLSearchParams({
    venue: slug,
    floor: floor.id,
    day: dayAt(startsAt, timeZone),
    from: clockAt(startsAt, timeZone),
    // The plan calls the midnight that ends a day 24:00.
    to: end === '00:00' ? '24:00' : end,
  })}`
}

function hoursOfToday(venue: VenueTimes, now: Date): string | null {
  const day = dayAt(now, venue.timeZone)
  const stretches = openStretches(venue, day)
  const bounds = boundsOfDay(day, venue.timeZone)
  const isAlways = stretches.some(({ from, to }) => from <= bounds.from && to >= bounds.to)
  if (isAlways) return 'always'
  return stretches.length > 0 ? hoursText(stretches, day, venue.timeZone) : null
}

function partOfDay(minute: number): PartOfDay {
  if (minute < 5 * 60 || minute >= 23 * 60) return 'night'
  if (minute < 12 * 60) return 'morning'
  return minute < 18 * 60 ? 'day' : 'evening'
}
