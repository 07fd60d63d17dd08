export type Direction = 'up' | 'down' | 'left' | 'right'

type Spot = { x: number; y: number }

/** How much a step aside weighs against a step ahead. */
const asideWeight = 2

/**
 * Which of `spots` an arrow key means from where the focus is: the nearest one ahead, with little to the side. Undefined when
 * there is none ahead. Places are those on the screen, so it holds however the plan is turned.
 */
export function nearestSpot<S extends Spot>(
  from: Spot,
  spots: readonly S[],
  direction: Direction,
): S | undefined {
  let best: S | undefined
  let least = Infinity
  for (const spot of spots) {
    const cost = costOf(from, spot, direction)
    if (cost < least) [best, least] = [spot, cost]
  }
  return best
}

function costOf(from: Spot, to: Spot, direction: Direction): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const ahead = { up: -dy, down: dy, left: -dx, right: dx }[direction]
  const aside = Math.abs(direction === 'up' || direction === 'down' ? dx : dy)
  // Within 45° to each side every spot is ahead of exactly one arrow, or of two on the diagonal: all can be reached.
  return ahead > 0 && ahead >= aside ? ahead + asideWeight * aside : Infinity
}
