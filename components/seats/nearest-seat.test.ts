import { describe, expect, test } from 'vitest'
import { nearestSpot } from './nearest-seat.ts'

describe('an arrow', () => {
  const grid = [0, 1, 2].flatMap((y) =>
    [0, 1, 2].map((x) => ({ x: x * 160, y: y * 150, name: `${x}${y}` })),
  )
  const middle = grid.find(({ name }) => name === '11')!

  test.each([
    ['up', '10'],
    ['down', '12'],
    ['left', '01'],
    ['right', '21'],
  ] as const)('%s goes to the neighbour', (direction, name) => {
    expect(nearestSpot(middle, grid, direction)?.name).toBe(name)
  })

  test('goes nowhere where nothing is ahead', () => {
    expect(nearestSpot(grid[0]!, grid, 'up')).toBeUndefined()
    expect(nearestSpot(grid[0]!, grid, 'left')).toBeUndefined()
  })

  test('prefers what is straight ahead to what is near but aside', () => {
    const aside = { x: 90, y: 100, name: 'aside' }
    const ahead = { x: 0, y: 200, name: 'ahead' }
    expect(nearestSpot({ x: 0, y: 0 }, [aside, ahead], 'down')?.name).toBe('ahead')
  })
})
