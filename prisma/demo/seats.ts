import type { Amenity, SeatKind } from '#lib/db/generated/enums.ts'
import { line } from './building.ts'

export type DemoSeat = {
  label: string
  kind: SeatKind
  amenities: Amenity[]
  x: number
  y: number
  turn: number
}

/** Thirty below: two reading tables, four desks in the bay, one that stands up, three booths, two meeting rooms. */
export function groundFloorSeats(): DemoSeat[] {
  return [
    ...row('A', 1, 5, { x: 990, y: 243, turn: 180, amenities: ['power'] }),
    ...row('A', 6, 5, { x: 990, y: 417, amenities: ['power'] }),
    ...row('A', 11, 5, { x: 990, y: 863, turn: 180, amenities: ['power'] }),
    ...row('A', 16, 5, { x: 990, y: 1037, amenities: ['power'] }),
    ...column('A', 21, 4, { x: 2262, y: 400, turn: 90, amenities: ['window', 'power'] }),
    seat('A25', 'desk', 682, 846, 180, ['adjustableDesk', 'monitor', 'power']),
    seat('P1', 'phoneBooth', 514, 432, 0, ['power', 'kitchenNear']),
    seat('P2', 'phoneBooth', 676, 432, 0, ['power', 'kitchenNear']),
    seat('P3', 'phoneBooth', 514, 846, 0, ['power']),
    seat('M1', 'meetingRoom', 596, 195, 0, ['monitor', 'power', 'window', 'kitchenNear', 'water']),
    seat('M2', 'meetingRoom', 596, 1085, 0, ['monitor', 'power', 'window']),
  ]
}

/** Thirty above: sixteen carrels, six computers back to back, three desks at the west windows, booths and meeting rooms. */
export function gallerySeats(): DemoSeat[] {
  const carrel = {
    kind: 'quietDesk' as const,
    amenities: ['quiet', 'window', 'power'] as Amenity[],
  }
  const computer = {
    amenities: ['computer', 'monitor', 'adjustableDesk', 'power'] as Amenity[],
  }
  return [
    ...row('B', 1, 6, { x: 900, y: 140, ...carrel }),
    ...row('B', 7, 6, { x: 900, y: 1140, turn: 180, ...carrel }),
    ...column('B', 13, 4, { x: 2262, y: 400, turn: 90, ...carrel }),
    ...row('C', 1, 3, { x: 430, y: 553, turn: 180, ...computer }),
    ...row('C', 4, 3, { x: 430, y: 727, ...computer }),
    ...column('C', 7, 3, {
      x: 138,
      y: 475,
      turn: 270,
      amenities: ['adjustableDesk', 'window', 'power', 'water'],
    }),
    seat('P4', 'phoneBooth', 518, 990, 0, ['power', 'quiet']),
    seat('P5', 'phoneBooth', 518, 1156, 0, ['power', 'quiet']),
    seat('P6', 'phoneBooth', 682, 1156, 0, ['power', 'quiet']),
    seat('M3', 'meetingRoom', 235, 218, 0, ['monitor', 'power', 'window', 'water']),
    seat('M4', 'meetingRoom', 596, 195, 0, ['monitor', 'power', 'window', 'quiet']),
  ]
}

/** Neighbours stand 160 cm apart, which is 44 px on a phone that shows the plan upright. */
const pitch = 160

type Line = { x: number; y: number; turn?: number; kind?: SeatKind; amenities: Amenity[] }

function row(letter: string, first: number, count: number, start: Line): DemoSeat[] {
  return line(count, (i) =>
    member(letter, first + i, start, { x: start.x + pitch * i, y: start.y }),
  )
}

function column(letter: string, first: number, count: number, start: Line): DemoSeat[] {
  return line(count, (i) =>
    member(letter, first + i, start, { x: start.x, y: start.y + pitch * i }),
  )
}

function member(
  letter: string,
  number: number,
  start: Line,
  at: { x: number; y: number },
): DemoSeat {
  const { kind = 'desk', turn = 0, amenities } = start
  return seat(`${letter}${number}`, kind, at.x, at.y, turn, amenities)
}

function seat(
  label: string,
  kind: SeatKind,
  x: number,
  y: number,
  turn: number,
  amenities: Amenity[],
): DemoSeat {
  return { label, kind, x, y, turn, amenities }
}
