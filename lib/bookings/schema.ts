import { calendarEnd } from '#lib/time.ts'
import { z } from '#lib/zod.ts'
import { longestNote } from './verdict.ts'

/** Refusals offer at most this many other seats or times. */
export const alternativesOffered = 3

/** A member's history shows at most this many bookings, the newest first. */
export const ownBookingsShown = 500

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
  note: z
    .string()
    .trim()
    .max(longestNote)
    // The database takes no zero bytes, and no halves of characters in its JSON.
    .refine((note) => !/[\0\p{Cs}]/u.test(note), 'fields.format')
    .optional(),
})
export type VerifyAndCheckInInput = z.output<typeof verifyAndCheckInSchema>

/** Whose list a door asks for. */
export const arrivalsSchema = z.strictObject({ venueId: z.uuid() })

/** Which day of which venue a plan shows. */
export const seatDaysSchema = z.strictObject({
  venueId: z.uuid(),
  day: z.iso.date().refine((day) => day < calendarEnd, 'fields.format'),
})
