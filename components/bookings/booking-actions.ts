import type { ActionResult } from '#lib/errors.ts'

type KeyedInput = { key: string; bookingId: string }
type Keyed = (input: KeyedInput) => Promise<ActionResult<unknown>>

/** Server actions on a booking that stands, handed down by the page. */
export type BookingActions = {
  cancelBooking: Keyed
  restoreBooking: Keyed
  leaveBooking: Keyed
  shortenBooking: (input: KeyedInput & { endsAt: string }) => Promise<ActionResult<unknown>>
  undoChange: Keyed
  extendArrival: Keyed
}

export type MoveBooking = (
  input: Parameters<BookSeat>[0] & { bookingId: string },
) => ReturnType<BookSeat>

export type BookSeat = (input: {
  key: string
  seatId: string
  startsAt: string
  endsAt: string
}) => Promise<ActionResult<{ bookingId: string }>>
