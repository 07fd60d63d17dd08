import type { FloorPlanInput } from '#lib/venues/schema.ts'
import { bayWindows, line, outerWalls, outline, pane, wall } from './building.ts'

/** The floor above: a gallery around the void of the hall, with carrels under its windows. */
export const galleryPlan: FloorPlanInput = {
  footprints: { M3: { width: 366, depth: 326 }, M4: { width: 310, depth: 286 } },
  shapes: [
    { shape: 'ground', points: outline, ground: 'carpet' },
    {
      shape: 'ground',
      points: [
        [960, 460],
        [1660, 460],
        [1660, 820],
        [960, 820],
      ],
      ground: 'void',
    },
    ...overTheHall(),
    ...stacks(),
    ...west(),
    ...outerWalls(),
    ...innerWalls(),
    ...windowsAndDoors(),
    ...names(),
  ],
}

function overTheHall(): NonNullable<FloorPlanInput['shapes']> {
  return [
    {
      shape: 'railing',
      points: [
        [960, 460],
        [1660, 460],
        [1660, 820],
        [960, 820],
        [960, 460],
      ],
    },
    ...[428, 852].flatMap((y) =>
      [1055, 1565].map((x) => ({ shape: 'shelf' as const, x, y, width: 190, depth: 40 })),
    ),
    { shape: 'plant', x: 916, y: 444, radius: 28 },
    { shape: 'plant', x: 916, y: 836, radius: 28 },
  ]
}

function stacks(): NonNullable<FloorPlanInput['shapes']> {
  return [
    ...line(3, (i) => ({
      shape: 'shelf' as const,
      x: 1790 + 120 * i,
      y: 660,
      width: 520,
      depth: 66,
      turn: 90,
      isDouble: true,
    })),
    { shape: 'plant', x: 2190, y: 190, radius: 32 },
    { shape: 'plant', x: 2190, y: 1090, radius: 32 },
    { shape: 'armchair', x: 1930, y: 1100, width: 84, depth: 80, turn: 20 },
    { shape: 'armchair', x: 2060, y: 1080, width: 84, depth: 80, turn: 330 },
  ]
}

function west(): NonNullable<FloorPlanInput['shapes']> {
  return [
    { shape: 'table', x: 590, y: 640, width: 500, depth: 222 },
    { shape: 'rug', x: 716, y: 990, width: 170, depth: 170, isRound: true },
    { shape: 'table', x: 716, y: 990, width: 62, depth: 62, isRound: true },
    { shape: 'stool', x: 660, y: 944 },
    { shape: 'stool', x: 772, y: 944 },
    { shape: 'stool', x: 716, y: 1058 },
    { shape: 'plant', x: 800, y: 1196, radius: 28 },
    { shape: 'plant', x: 392, y: 436, radius: 26 },
    { shape: 'stairs', x: 235, y: 1085, width: 260, depth: 340, turn: 270, steps: 13 },
  ]
}

function innerWalls(): NonNullable<FloorPlanInput['shapes']> {
  return [
    wall([430, 40], [430, 400]),
    wall([40, 396], [430, 396]),
    wall([430, 350], [762, 350]),
    wall([762, 40], [762, 350]),
    wall([40, 885], [430, 885]),
    wall([430, 885], [430, 1240]),
  ]
}

function windowsAndDoors(): NonNullable<FloorPlanInput['shapes']> {
  return [
    ...bayWindows(),
    ...[40, 1240].flatMap((y) => line(6, (i) => pane([855 + 160 * i, y], [945 + 160 * i, y]))),
    ...line(3, (i) => pane([40, 430 + 160 * i], [40, 520 + 160 * i])),
    pane([140, 40], [330, 40]),
    pane([520, 40], [680, 40]),
    { shape: 'door', hinge: [400, 396], lock: [315, 396], opens: 'open' },
    { shape: 'door', hinge: [740, 350], lock: [655, 350], opens: 'open' },
    { shape: 'door', hinge: [255, 885], lock: [405, 885], opens: 'open' },
  ]
}

function names(): NonNullable<FloorPlanInput['shapes']> {
  return [
    { shape: 'label', x: 1310, y: 640, name: { area: 'hallBelow' } },
    { shape: 'label', x: 1310, y: 338, name: { area: 'quietRoom' } },
    { shape: 'label', x: 1910, y: 220, name: { area: 'shelves' } },
    { shape: 'label', x: 235, y: 985, name: { area: 'stairs' } },
  ]
}
