import { useState } from 'react'
import { seatStateAt } from '#lib/bookings/seat-state.ts'
import type { Stretch } from '#lib/venues/policy.ts'
import type { SeatDays } from './fetch-seat-days.ts'
import type { ChosenTime, SeatView } from './seat-view.ts'

type Preview = Stretch & { days: SeatDays; of: ChosenTime | null }

/** The seats as another time finds them, computed from the bookings of the day; as the page has them when none is looked at. */
export function usePreview(seats: readonly SeatView[], time: ChosenTime | null) {
  const [preview, setPreview] = useState<Preview | null>(null)
  // A page of another time, or of newer facts, is what was waited for.
  const isOver = preview?.of !== time
  return {
    seats: preview && !isOver ? seats.map((seat) => recolour(seat, preview)) : seats,
    preview: (wish: (Stretch & { days: SeatDays }) | null) =>
      setPreview(wish && { ...wish, of: time }),
  }
}

function recolour(seat: SeatView, { days, ...time }: Preview): SeatView {
  const day = days.bySeat.get(seat.id)
  return day ? { ...seat, ...seatStateAt(day, time, days.open) } : seat
}
