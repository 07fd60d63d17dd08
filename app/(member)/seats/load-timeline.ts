import type { UserActor } from '#lib/access/actor.ts'
import { listSeatDays } from '#lib/bookings/list-seat-days.ts'
import { ceilToStep, clockAt } from '#lib/time.ts'
import { openStretches, type Stretch } from '#lib/venues/policy.ts'
import type { VenueView } from '#lib/venues/queries.ts'
import type { TimelineDay } from '#components/seats/day-timeline.tsx'

/** The bookings of a day as lines over its hours; null on a day without opening. */
export async function loadTimeline(
  actor: UserActor,
  venue: VenueView,
  day: string,
): Promise<TimelineDay | null> {
  const open = openStretches(venue, day)
  if (open.length === 0) return null
  const { seats } = await listSeatDays(actor, { venueId: venue.id, day })
  const span = { from: open[0]!.from, to: open.at(-1)!.to }
  const inside = (time: { from: number; to: number }) =>
    time.from < span.to.getTime() && span.from.getTime() < time.to
  return {
    ...inNumbers(span),
    hours: listHours(span, venue.timeZone),
    closed: gapsOf(open),
    heldBySeat: Object.fromEntries(
      seats.map(({ seatId, held }) => [
        seatId,
        held.map(([from, to, mine]) => ({ from, to, isMine: mine === 1 })).filter(inside),
      ]),
    ),
  }
}

/** The full hours of the wall clock; one that comes twice in autumn is there twice. */
function listHours({ from, to }: Stretch, timeZone: string) {
  const hours: TimelineDay['hours'] = []
  for (let at = ceilToStep(from, 60, timeZone); at < to; at = ceilToStep(after(at), 60, timeZone)) {
    hours.push({ at: at.getTime(), text: clockAt(at, timeZone).slice(0, 2) })
  }
  return hours
}

function after(at: Date): Date {
  return new Date(at.getTime() + 60_000)
}

function gapsOf(open: Stretch[]) {
  return open.slice(1).map(({ from }, index) => ({
    from: open[index]!.to.getTime(),
    to: from.getTime(),
  }))
}

function inNumbers({ from, to }: Stretch) {
  return { from: from.getTime(), to: to.getTime() }
}
