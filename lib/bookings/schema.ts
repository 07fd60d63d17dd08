import { calendarEnd } from '#lib/time.ts'
import { z } from '#lib/zod.ts'
import { bookingStates } from './policy.ts'
import { longestNote } from './verdict.ts'

/** Refusals offer at most this many other seats or times. */
export const alternativesOffered = 3

/** A member's history shows at most this many bookings, the newest first. */
export const ownBookingsShown = 500

/** Of the bookings that a tried rule would have refused, at most this many are shown. */
export const triedBookingsShown = 50

/** The longest stretch of time that a plan is coloured for. */
export const longestWindowHours = 48

/** An instant as the browser writes it; seconds below the minute are for the rule of steps to refuse. */
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((time) => time < new Date(calendarEnd), 'fields.format')

/** Made by the sender, once for each wish: a second arrival of the same key counts once. */
const key = z.uuid()

export const bookSeatSchema = z.strictObject({
  key,
  seatId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
})
export type BookSeatInput = z.output<typeof bookSeatSchema>

export const bookingKeySchema = z.strictObject({ key, bookingId: z.uuid() })
export type BookingKeyInput = z.output<typeof bookingKeySchema>

export const moveBookingSchema = z.strictObject({
  key,
  bookingId: z.uuid(),
  seatId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
})
export type MoveBookingInput = z.output<typeof moveBookingSchema>

export const shortenBookingSchema = z.strictObject({ key, bookingId: z.uuid(), endsAt: instant })
export type ShortenBookingInput = z.output<typeof shortenBookingSchema>

/** The database takes no zero bytes, and no halves of characters in its JSON. */
const isPlainText = (text: string) => !/[\0\p{Cs}]/u.test(text)

export const longestReason = 500
/** Why staff did it: told to the member, kept in the audit. */
const reason = z.string().trim().min(1).max(longestReason).refine(isPlainText, 'fields.format')

export const makeBookingForSchema = bookSeatSchema.extend({ userId: z.uuid(), reason })
export type MakeBookingForInput = z.output<typeof makeBookingForSchema>

export const moveBookingForSchema = moveBookingSchema.extend({ reason })
export type MoveBookingForInput = z.output<typeof moveBookingForSchema>

export const cancelBookingForSchema = z.strictObject({ key, bookingId: z.uuid(), reason })
export type CancelBookingForInput = z.output<typeof cancelBookingForSchema>

/** Staff see this many bookings at once. */
export const bookingsOnPage = 50

/** What the address of the staff's list says. It may come from anywhere: what cannot be read counts as left out. */
export const bookingListSchema = z.object({
  day: z.iso
    .date()
    .refine((day) => day < calendarEnd)
    .optional()
    .catch(undefined),
  state: z.enum(bookingStates).optional().catch(undefined),
  person: z.string().trim().min(1).max(100).refine(isPlainText).optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    .refine((text) => !Number.isNaN(Date.parse(text.split('_')[0]!)))
    .optional()
    .catch(undefined),
})
export type BookingListQuery = z.output<typeof bookingListSchema> & { venueId: string }

export const seatKinds = ['desk', 'quietDesk', 'meetingRoom', 'phoneBooth'] as const

/** The numbers of a rule as an admin writes them; the database holds the same limits. */
const ruleNumbers = {
  stepMinutes: z.number().int().min(1).max(1440),
  shortestMinutes: z.number().int().min(1).max(1440),
  longestMinutes: z.number().int().min(1).max(1440),
  aheadDays: z.number().int().min(1).max(366),
  noticeMinutes: z
    .number()
    .int()
    .min(0)
    .max(366 * 1440),
  changeMinutes: z.number().int().min(0).max(10_080),
  isForVerified: z.boolean(),
  notBegunLimit: z.number().int().min(1).max(1_000),
  bufferMinutes: z.number().int().min(0).max(1440),
  graceMinutes: z.number().int().min(1).max(1440),
  earlyCheckInMinutes: z.number().int().min(0).max(1440),
}
export type RuleNumbers = z.output<z.ZodObject<typeof ruleNumbers>>

/** Absent for the rule of all kinds that have none of their own. */
const ruleScope = { venueId: z.uuid(), kind: z.enum(seatKinds).nullable() }

/** What a tried rule may have against a booking: codes of refusals. */
export type TrialReason =
  | 'NOT_ON_STEP'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'TOO_SOON'
  | 'TOO_FAR_AHEAD'
  | 'VERIFIED_ONLY'
  | 'NOT_BEGUN_LIMIT'
  | 'SEAT_TAKEN'

export const tryRuleSchema = z
  .strictObject({ ...ruleScope, ...ruleNumbers })
  .superRefine(refuseContradictions)
export type TryRuleInput = z.output<typeof tryRuleSchema>

export const saveRuleSchema = z
  .strictObject({
    key,
    ...ruleScope,
    ...ruleNumbers,
    /** The version that the admin saw; null when the kind had no rule of its own. */
    seenVersion: z.number().int().nullable(),
  })
  .superRefine(refuseContradictions)
export type SaveRuleInput = z.output<typeof saveRuleSchema>

export const retireRuleSchema = z.strictObject({
  key,
  ...ruleScope,
  seenVersion: z.number().int(),
})
export type RetireRuleInput = z.output<typeof retireRuleSchema>

function refuseContradictions(rule: RuleNumbers, context: z.core.$RefinementCtx): void {
  const { shortestMinutes, longestMinutes, stepMinutes, noticeMinutes, aheadDays } = rule
  const refuse = (field: keyof RuleNumbers, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  const isOrdered = shortestMinutes <= longestMinutes
  if (!isOrdered) refuse('shortestMinutes', 'fields.overLongest')
  if (stepMinutes > longestMinutes) refuse('stepMinutes', 'fields.overLongest')
  // Between the two, a booking must end on a step.
  else if (isOrdered && Math.ceil(shortestMinutes / stepMinutes) * stepMinutes > longestMinutes) {
    refuse('stepMinutes', 'fields.noStepBetween')
  }
  if (noticeMinutes > aheadDays * 24 * 60) refuse('noticeMinutes', 'fields.overAhead')
}

/** More than any QR holds. */
export const longestScan = 8_000
export const longestTypedCode = 40

/** What a scanner sends: what it read, or what was typed from the screen of a phone. The key names the scan. */
export const scanPassSchema = z.union([
  z.strictObject({ key, venueId: z.uuid(), content: z.string().min(1).max(longestScan) }),
  z.strictObject({ key, venueId: z.uuid(), typed: z.string().min(1).max(longestTypedCode) }),
])
export type ScanPassInput = z.output<typeof scanPassSchema>

export const verifyAndCheckInSchema = z.strictObject({
  key,
  scanId: z.uuid(),
  note: z.string().trim().max(longestNote).refine(isPlainText, 'fields.format').optional(),
})
export type VerifyAndCheckInInput = z.output<typeof verifyAndCheckInSchema>

/** Whose list a door asks for. */
export const arrivalsSchema = z.strictObject({ venueId: z.uuid() })

/** Which day of which venue a plan shows. */
export const seatDaysSchema = z.strictObject({
  venueId: z.uuid(),
  day: z.iso.date().refine((day) => day < calendarEnd, 'fields.format'),
})
