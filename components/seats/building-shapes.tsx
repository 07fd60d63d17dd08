import type { PlanShape } from '#lib/venues/schema.ts'

type Of<S extends PlanShape['shape']> = Omit<Extract<PlanShape, { shape: S }>, 'shape'>
type Point = readonly [number, number]

export function Ground({ points, ground }: Of<'ground'>) {
  const outline = pointsOf(points)
  return (
    <>
      <polygon points={outline} className="plan-ground" data-ground={ground} />
      {ground === 'wood' && <polygon points={outline} className="plan-ground-boards" />}
    </>
  )
}

export function Wall({ points, width }: Of<'wall'>) {
  return <polyline points={pointsOf(points)} className="plan-wall" strokeWidth={width} />
}

export function Window({ points }: Of<'window'>) {
  return (
    <>
      <polyline points={pointsOf(points)} className="plan-window plan-window-gap" />
      <polyline points={pointsOf(points)} className="plan-window plan-window-glass" />
    </>
  )
}

/** A gap in the wall, the leaf at a right angle to it, and the quarter circle that it sweeps. */
export function Door({ hinge, lock, opens }: Of<'door'>) {
  const [dx, dy] = [lock[0] - hinge[0], lock[1] - hinge[1]]
  const side = opens === 'left' ? -1 : 1
  const tip: Point = [hinge[0] - dy * side, hinge[1] + dx * side]
  const radius = Math.round(Math.hypot(dx, dy))
  return (
    <>
      <path d={`M${at(hinge)}L${at(lock)}`} className="plan-door-gap" />
      {opens !== 'open' && (
        <>
          <path
            d={`M${at(lock)}A${radius} ${radius} 0 0 ${side === 1 ? 1 : 0} ${at(tip)}`}
            className="plan-door-swing"
          />
          <path d={`M${at(hinge)}L${at(tip)}`} className="plan-door-leaf" />
        </>
      )}
    </>
  )
}

export function Railing({ points }: Of<'railing'>) {
  return (
    <>
      <polyline points={pointsOf(points)} className="plan-thin" />
      <polyline points={pointsOf(points)} className="plan-railing" />
    </>
  )
}

/** Steps across the width; the arrow climbs towards the top of the shape. */
export function Stairs({ x, y, width, depth, turn, steps }: Of<'stairs'>) {
  const rise = depth / steps
  const treads = Array.from({ length: steps + 1 }, (_, i) => {
    const at = round(-depth / 2 + i * rise)
    return `M${-width / 2} ${at}H${width / 2}`
  })
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn})`}>
      <path
        d={`${treads.join('')}M${-width / 2} ${-depth / 2}V${depth / 2}M${width / 2} ${-depth / 2}V${depth / 2}`}
        className="plan-thin"
      />
      <path
        d={`M0 ${depth / 2 - 30}V${-depth / 2 + 30}l-16 26m16 -26l16 26`}
        className="plan-door-leaf"
      />
    </g>
  )
}

function pointsOf(points: readonly Point[]): string {
  return points.map(at).join(' ')
}

function at([x, y]: Point): string {
  return `${x},${y}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
