import { calendarEnd } from '#lib/time.ts'
import { z } from '#lib/zod.ts'

// Everything on a plan is told in centimetres from its upper left corner, turns in degrees clockwise.
const coordinate = z.number().int().min(-1_000).max(20_000)
const size = z.number().int().min(1).max(20_000)
const point = z.tuple([coordinate, coordinate])
const points = z.array(point).min(2).max(64)

/** A thing with a middle, an extent and a turn. */
const placed = { x: coordinate, y: coordinate, width: size, depth: size, turn: turn() }

/** Parts of a building that the interface can name in each language; anything else is named by its own text. */
export const areaNames = [
  'entrance',
  'information',
  'readingRoom',
  'quietRoom',
  'computers',
  'kitchen',
  'stairs',
  'shelves',
  'lockers',
  'lounge',
  'hallBelow',
  'toilets',
] as const
export type AreaName = (typeof areaNames)[number]

export const grounds = ['wood', 'stone', 'carpet', 'tiles', 'void'] as const
export type Ground = (typeof grounds)[number]

const shapeSchema = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('ground'), points, ground: z.enum(grounds) }),
  z.strictObject({ shape: z.literal('wall'), points, width: size }),
  /** Lies on a wall and is drawn over it. */
  z.strictObject({ shape: z.literal('window'), points }),
  /** An opening from the hinge to the lock; the leaf opens to the right or to the left of that line. */
  z.strictObject({
    shape: z.literal('door'),
    hinge: point,
    lock: point,
    opens: z.enum(['left', 'right', 'open']),
  }),
  z.strictObject({ shape: z.literal('railing'), points }),
  z.strictObject({ shape: z.literal('stairs'), ...placed, steps: z.number().int().min(2).max(60) }),
  z.strictObject({ shape: z.literal('shelf'), ...placed, isDouble: z.boolean().default(false) }),
  z.strictObject({ shape: z.literal('table'), ...placed, isRound: z.boolean().default(false) }),
  z.strictObject({ shape: z.literal('counter'), ...placed }),
  z.strictObject({ shape: z.literal('sink'), ...placed }),
  z.strictObject({ shape: z.literal('lockers'), ...placed }),
  z.strictObject({ shape: z.literal('rug'), ...placed, isRound: z.boolean().default(false) }),
  z.strictObject({ shape: z.literal('armchair'), ...placed }),
  z.strictObject({ shape: z.literal('stool'), x: coordinate, y: coordinate }),
  z.strictObject({ shape: z.literal('lamp'), x: coordinate, y: coordinate, turn: turn() }),
  z.strictObject({ shape: z.literal('plant'), x: coordinate, y: coordinate, radius: size }),
  z.strictObject({
    shape: z.literal('label'),
    x: coordinate,
    y: coordinate,
    name: z.union([
      z.strictObject({ area: z.enum(areaNames) }),
      z.strictObject({ text: z.string().min(1).max(60) }),
    ]),
  }),
])
export type PlanShape = z.output<typeof shapeSchema>

/**
 * What `floors.plan` holds: the place as it is drawn below its seats, in the order of drawing. A seat takes the room of
 * its kind unless `footprints` gives its label another.
 */
export const floorPlanSchema = z.strictObject({
  shapes: z.array(shapeSchema).max(2_000).default([]),
  footprints: z.record(z.string(), z.strictObject({ width: size, depth: size })).default({}),
})
export type FloorPlan = z.output<typeof floorPlanSchema>
export type FloorPlanInput = z.input<typeof floorPlanSchema>

/** The room that a seat takes on its plan, in centimetres. */
export function roomOfSeat(
  plan: FloorPlan,
  seat: { label: string; kind: string },
): { width: number; depth: number } {
  return plan.footprints[seat.label] ?? usualRooms[seat.kind] ?? { width: 140, depth: 152 }
}

const usualRooms: Record<string, { width: number; depth: number }> = {
  meetingRoom: { width: 300, depth: 280 },
  phoneBooth: { width: 146, depth: 146 },
}

function turn() {
  return z.number().int().min(0).max(359).default(0)
}

const word = z.string().min(1).max(200).optional().catch(undefined)
const clock = z
  .string()
  .regex(/^\d\d:\d\d([+-]\d\d:\d\d)?$/)
  .optional()
  .catch(undefined)

/** What the address of the plan says. It may come from anywhere: what cannot be read counts as left out. */
export const planQuerySchema = z.object({
  venue: word,
  floor: word,
  day: z.iso
    .date()
    .refine((day) => day < calendarEnd)
    .optional()
    .catch(undefined),
  from: clock,
  to: clock,
  /** A length in place of `to`, for who moves only the start. */
  minutes: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional()
    .catch(undefined),
  view: z.enum(['plan', 'list', 'day']).optional().catch(undefined),
  kind: word,
  with: word,
  free: z.literal('1').optional().catch(undefined),
  /** The booking that is to be moved. */
  move: z.uuid().optional().catch(undefined),
})
export type PlanQuery = z.output<typeof planQuerySchema>
