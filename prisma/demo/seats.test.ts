import { describe, expect, test } from 'vitest'
import { nearestSpot, type Direction } from '#components/seats/nearest-seat.ts'
import { gallerySeats, groundFloorSeats } from './seats.ts'

const directions: Direction[] = ['up', 'down', 'left', 'right']

describe.each([
  ['the ground floor', groundFloorSeats()],
  ['the gallery', gallerySeats()],
])('on %s of the demo', (_, seats) => {
  const turned = seats.map(({ x, y, ...seat }) => ({ ...seat, x: -y, y: x }))

  test.each([
    ['as drawn', seats],
    ['upright, as on a phone', turned],
  ])('arrows reach every seat from every seat, %s', (_name, spots) => {
    for (const start of spots) {
      const reached = new Set([start])
      for (const spot of reached) {
        for (const direction of directions) {
          const next = nearestSpot(spot, spots, direction)
          if (next) reached.add(next)
        }
      }
      expect(spots.filter((spot) => !reached.has(spot)).map(({ label }) => label)).toEqual([])
    }
  })
})
