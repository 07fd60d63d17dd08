import type { Messages } from '#lib/i18n/messages.ts'

export type SeatKind = keyof Messages['seats']['kinds']
export type Amenity = keyof Messages['seats']['amenities']
export type SeatState = 'free' | 'mine' | 'taken' | 'closed'

/** A seat as the chosen time finds it. */
export type SeatView = {
  id: string
  label: string
  kind: SeatKind
  amenities: Amenity[]
  floorId: string
  floorName: string
  x: number
  y: number
  turn: number
  /** Its room on the plan, in centimetres. */
  width: number
  depth: number
  state: SeatState
  /** Free: when the next booking begins. Taken or mine: when it ends. */
  until: Date | null
}

/** The time that the page is about, as instants: the browser never computes with zones. */
export type ChosenTime = { startsAt: Date; endsAt: Date; timeZone: string }

/** A booking of the person who looks, for the seat that it holds. */
export type OwnBooking = {
  id: string
  seatId: string
  startsAt: Date
  endsAt: Date
  canCancel: boolean
  canLeave: boolean
}
