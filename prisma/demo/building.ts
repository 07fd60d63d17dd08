import type { FloorPlanInput } from '#lib/venues/schema.ts'

type Shape = NonNullable<FloorPlanInput['shapes']>[number]
type Point = [number, number]

export const buildingSize = { width: 2400, height: 1280 }

/** Both floors stand in the same house: a long hall that ends in a bay of windows. */
export const outline: Point[] = [
  [40, 40],
  [2130, 40],
  [2360, 270],
  [2360, 1010],
  [2130, 1240],
  [40, 1240],
]

export function outerWalls(): Shape[] {
  return [{ shape: 'wall', points: [...outline, [40, 40], [60, 40]], width: 24 }]
}

/** The three sides of the bay, the same on each floor. */
export function bayWindows(): Shape[] {
  return [
    pane([2165, 75], [2325, 235]),
    pane([2360, 320], [2360, 480]),
    pane([2360, 560], [2360, 720]),
    pane([2360, 800], [2360, 960]),
    pane([2325, 1045], [2165, 1205]),
  ]
}

export function pane(from: Point, to: Point): Shape {
  return { shape: 'window', points: [from, to] }
}

/** An inner wall. */
export function wall(...points: Point[]): Shape {
  return { shape: 'wall', points, width: 12 }
}

/** As many as `count` of something, in a line. */
export function line<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
