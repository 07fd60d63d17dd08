import type { FloorPlanInput } from '#lib/venues/schema.ts'
import { bayWindows, line, outerWalls, outline, pane, wall } from './building.ts'

/** Foyer, kitchen and the great hall with its two reading tables. */
export const groundFloorPlan: FloorPlanInput = {
  footprints: { M1: { width: 310, depth: 286 }, M2: { width: 310, depth: 286 } },
  shapes: [
    { shape: 'ground', points: outline, ground: 'wood' },
    { shape: 'ground', points: rectangle(40, 400, 762, 885), ground: 'stone' },
    { shape: 'ground', points: rectangle(40, 885, 430, 1240), ground: 'stone' },
    { shape: 'ground', points: rectangle(40, 40, 430, 400), ground: 'tiles' },
    ...kitchen(),
    ...foyer(),
    ...hall(),
    ...lounge(),
    ...outerWalls(),
    ...innerWalls(),
    ...windowsAndDoors(),
    ...names(),
  ],
}

function kitchen(): NonNullable<FloorPlanInput['shapes']> {
  return [
    { shape: 'counter', x: 236, y: 80, width: 366, depth: 56 },
    { shape: 'counter', x: 80, y: 222, width: 228, depth: 56, turn: 90 },
    { shape: 'sink', x: 330, y: 80, width: 70, depth: 38 },
    { shape: 'table', x: 318, y: 268, width: 96, depth: 96, isRound: true },
    { shape: 'stool', x: 318, y: 188 },
    { shape: 'stool', x: 248, y: 308 },
    { shape: 'stool', x: 386, y: 308 },
  ]
}

function foyer(): NonNullable<FloorPlanInput['shapes']> {
  return [
    { shape: 'lockers', x: 76, y: 470, width: 116, depth: 44, turn: 90 },
    { shape: 'counter', x: 130, y: 800, width: 130, depth: 50 },
    { shape: 'counter', x: 220, y: 775, width: 100, depth: 50, turn: 90 },
    { shape: 'rug', x: 190, y: 630, width: 220, depth: 110 },
    { shape: 'plant', x: 395, y: 436, radius: 26 },
    { shape: 'stairs', x: 235, y: 1085, width: 260, depth: 340, turn: 90, steps: 13 },
  ]
}

function hall(): NonNullable<FloorPlanInput['shapes']> {
  const tables = [330, 950].flatMap((y): NonNullable<FloorPlanInput['shapes']> => [
    { shape: 'table', x: 1310, y, width: 824, depth: 222 },
    ...line(4, (i) => ({ shape: 'lamp' as const, x: 1070 + 160 * i, y, turn: i % 2 ? 180 : 0 })),
  ])
  return [
    { shape: 'rug', x: 1310, y: 640, width: 780, depth: 230 },
    ...tables,
    { shape: 'shelf', x: 1030, y: 640, width: 170, depth: 76, isDouble: true },
    { shape: 'shelf', x: 1590, y: 640, width: 170, depth: 76, isDouble: true },
    { shape: 'plant', x: 906, y: 640, radius: 30 },
    { shape: 'plant', x: 1714, y: 640, radius: 30 },
    ...[72, 1208].flatMap((y) =>
      [886, 1206, 1526, 1846].map((x) => ({
        shape: 'shelf' as const,
        x,
        y,
        width: 200,
        depth: 40,
      })),
    ),
  ]
}

function lounge(): NonNullable<FloorPlanInput['shapes']> {
  const stacks = [285, 995].flatMap((y) =>
    [1850, 1960, 2070].map((x) => ({
      shape: 'shelf' as const,
      x,
      y,
      width: 250,
      depth: 60,
      turn: 90,
      isDouble: true,
    })),
  )
  return [
    ...stacks,
    { shape: 'rug', x: 1975, y: 640, width: 330, depth: 330, isRound: true },
    { shape: 'table', x: 1975, y: 640, width: 90, depth: 90, isRound: true },
    { shape: 'armchair', x: 1865, y: 640, width: 84, depth: 80, turn: 90 },
    { shape: 'armchair', x: 2085, y: 640, width: 84, depth: 80, turn: 270 },
    { shape: 'armchair', x: 1975, y: 750, width: 84, depth: 80 },
    { shape: 'plant', x: 2190, y: 190, radius: 32 },
    { shape: 'plant', x: 2190, y: 1090, radius: 32 },
  ]
}

function innerWalls(): NonNullable<FloorPlanInput['shapes']> {
  return [
    wall([430, 40], [430, 516]),
    wall([40, 400], [430, 400]),
    wall([430, 350], [762, 350]),
    wall([762, 40], [762, 516]),
    wall([40, 885], [430, 885]),
    wall([430, 764], [430, 1240]),
    wall([430, 930], [762, 930]),
    wall([762, 764], [762, 1240]),
  ]
}

function windowsAndDoors(): NonNullable<FloorPlanInput['shapes']> {
  return [
    ...bayWindows(),
    ...[40, 1240].flatMap((y) => [
      pane([1000, y], [1092, y]),
      pane([1320, y], [1412, y]),
      pane([1640, y], [1732, y]),
    ]),
    pane([520, 40], [680, 40]),
    pane([520, 1240], [680, 1240]),
    pane([40, 140], [40, 300]),
    { shape: 'door', hinge: [40, 555], lock: [40, 630], opens: 'left' },
    { shape: 'door', hinge: [40, 705], lock: [40, 630], opens: 'right' },
    { shape: 'door', hinge: [215, 400], lock: [130, 400], opens: 'left' },
    { shape: 'door', hinge: [740, 350], lock: [655, 350], opens: 'open' },
    { shape: 'door', hinge: [740, 930], lock: [655, 930], opens: 'open' },
    { shape: 'door', hinge: [255, 885], lock: [405, 885], opens: 'open' },
  ]
}

function names(): NonNullable<FloorPlanInput['shapes']> {
  return [
    { shape: 'label', x: 1310, y: 640, name: { area: 'readingRoom' } },
    { shape: 'label', x: 190, y: 630, name: { area: 'entrance' } },
    { shape: 'label', x: 180, y: 340, name: { area: 'kitchen' } },
    { shape: 'label', x: 235, y: 985, name: { area: 'stairs' } },
  ]
}

function rectangle(left: number, top: number, right: number, bottom: number): [number, number][] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}
