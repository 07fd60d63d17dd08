import type { FloorPlan, PlanShape } from '#lib/venues/schema.ts'
import { Door, Ground, Railing, Stairs, Wall, Window } from './building-shapes.tsx'
import {
  Armchair,
  Counter,
  Lamp,
  Lockers,
  Plant,
  Rug,
  Shelf,
  Sink,
  Stool,
  Table,
} from './furniture-shapes.tsx'
import { PlanName } from './plan-name.tsx'

/** The place below its seats. It is scenery: the seats speak for themselves. */
export function FloorDrawing({ plan }: { plan: FloorPlan }) {
  return <Shapes shapes={plan.shapes.filter((shape) => shape.shape !== 'lamp')} />
}

/** What stands on the desks, and so above the seats. */
export function FloorLamps({ plan }: { plan: FloorPlan }) {
  return <Shapes shapes={plan.shapes.filter((shape) => shape.shape === 'lamp')} />
}

function Shapes({ shapes }: { shapes: PlanShape[] }) {
  return (
    <g aria-hidden="true" pointerEvents="none">
      {shapes.map((shape, index) => (
        <Shape key={index} shape={shape} />
      ))}
    </g>
  )
}

function Shape({ shape }: { shape: PlanShape }) {
  switch (shape.shape) {
    case 'ground':
      return <Ground {...shape} />
    case 'wall':
      return <Wall {...shape} />
    case 'window':
      return <Window {...shape} />
    case 'door':
      return <Door {...shape} />
    case 'railing':
      return <Railing {...shape} />
    case 'stairs':
      return <Stairs {...shape} />
    case 'shelf':
      return <Shelf {...shape} />
    case 'table':
      return <Table {...shape} />
    case 'counter':
      return <Counter {...shape} />
    case 'sink':
      return <Sink {...shape} />
    case 'lockers':
      return <Lockers {...shape} />
    case 'rug':
      return <Rug {...shape} />
    case 'armchair':
      return <Armchair {...shape} />
    case 'stool':
      return <Stool {...shape} />
    case 'lamp':
      return <Lamp {...shape} />
    case 'plant':
      return <Plant {...shape} />
    case 'label':
      return <PlanName {...shape} />
  }
}
