import type { SeatDaysView } from '#lib/bookings/list-seat-days.ts'
import type { SeatDay } from '#lib/bookings/seat-state.ts'
import type { Stretch } from '#lib/venues/policy.ts'

/** When the seats of a place are held on a day. */
export type SeatDays = { open: Stretch[]; bySeat: Map<string, SeatDay> }

/** Null when the server does not answer: the plan then shows the time when it is chosen, and no sooner. */
export async function fetchSeatDays(venueId: string, day: string): Promise<SeatDays | null> {
  try {
    const query = new URLSearchParams({ venueId, day })
    const response = await fetch(`/api/v1/seats/day?${query}`)
    return response.ok ? readDays((await response.json()) as SeatDaysView) : null
  } catch {
    return null
  }
}

function readDays({ open, seats }: SeatDaysView): SeatDays {
  const stretch = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) })
  return {
    open: open.map(({ from, to }) => stretch(from, to)),
    bySeat: new Map(
      seats.map(({ held, ...seat }) => [
        seat.seatId,
        {
          ...seat,
          held: held.map(([from, to, mine]) => ({ ...stretch(from, to), isMine: mine === 1 })),
        },
      ]),
    ),
  }
}
