import type { FloorPlan, PlanShape } from '#lib/venues/schema.ts'
import { FloorDrawing, FloorLamps } from './floor-drawing.tsx'
import { PlanDefs } from './plan-defs.tsx'
import { SeatMark } from './seat-mark.tsx'
import type { SeatKind } from './seat-view.ts'

type GlimpseSeat = {
  label: string
  kind: SeatKind
  x: number
  y: number
  turn: number
  width: number
  depth: number
}

/** Centimetres of the plan that a glimpse shows. */
const view = { width: 900, height: 420 }

/** The corner of the floor where a seat stands: the seat, mine or not yet, and what is around it. Decoration. */
export function SeatGlimpse({
  floor,
  seats,
  seat,
  isMine,
}: {
  floor: { width: number; height: number; plan: FloorPlan }
  seats: GlimpseSeat[]
  seat: GlimpseSeat
  isMine: boolean
}) {
  const left = within(seat.x - view.width / 2, floor.width - view.width)
  const top = within(seat.y - view.height / 2, floor.height - view.height)
  const shapes = floor.plan.shapes.filter(
    (shape) => shape.shape !== 'label' && touches(shape, left, top),
  )
  const plan = { ...floor.plan, shapes }
  return (
    <svg
      viewBox={`${left} ${top} ${view.width} ${view.height}`}
      aria-hidden="true"
      preserveAspectRatio="xMidYMid slice"
      className="plan plan-glimpse"
    >
      <PlanDefs />
      <FloorDrawing plan={plan} />
      {seats
        .filter((one) => isNear(one, left, top))
        .map((one) => {
          const isIt = isMine && one.label === seat.label
          return (
            <g
              key={one.label}
              className={isMine && !isIt ? 'seat seat-faint' : 'seat'}
              data-state={isIt ? 'mine' : 'free'}
              transform={`translate(${one.x} ${one.y}) rotate(${one.turn})`}
            >
              <SeatMark {...one} state={isIt ? 'mine' : 'free'} hasNoLetter />
            </g>
          )
        })}
      <FloorLamps plan={plan} />
    </svg>
  )
}

function within(value: number, highest: number): number {
  return Math.round(Math.min(Math.max(value, 0), Math.max(highest, 0)))
}

function isNear({ x, y, width, depth }: GlimpseSeat, left: number, top: number): boolean {
  const reach = Math.max(width, depth) / 2
  return (
    Math.abs(x - left - view.width / 2) < view.width / 2 + reach &&
    Math.abs(y - top - view.height / 2) < view.height / 2 + reach
  )
}

/** Whether a shape may be seen in the crop; its extent is taken generously. */
function touches(shape: PlanShape, left: number, top: number): boolean {
  const box = boxOf(shape)
  return (
    box.left < left + view.width &&
    box.right > left &&
    box.top < top + view.height &&
    box.bottom > top
  )
}

function boxOf(shape: PlanShape) {
  const points = pointsOf(shape)
  const margin = marginOf(shape)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    top: Math.min(...ys) - margin,
    bottom: Math.max(...ys) + margin,
  }
}

function pointsOf(shape: PlanShape): readonly (readonly [number, number])[] {
  if ('points' in shape) return shape.points
  if (shape.shape === 'door') return [shape.hinge, shape.lock]
  return [[shape.x, shape.y]]
}

function marginOf(shape: PlanShape): number {
  if ('width' in shape && 'depth' in shape) return Math.max(shape.width, shape.depth) / 2
  return shape.shape === 'lamp' || shape.shape === 'door' ? 150 : 40
}
