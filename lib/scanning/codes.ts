import { looksLikePass, parsePass, type PassClaim } from '#lib/bookings/pass.ts'

/**
 * Everything that a scanner may see, told apart by shape alone: what a code claims is not yet proven. Further kinds (card,
 * item, seat) are added here, and nowhere else is a code taken apart.
 */
export type ScannedCode =
  | { kind: 'pass'; claim: PassClaim }
  /** Written like a pass, but not whole: cut off, misread or made up. */
  | { kind: 'brokenPass' }
  | { kind: 'unknown' }

export function readCode(scanned: string): ScannedCode {
  const text = tidyScanned(scanned)
  const claim = parsePass(text)
  if (claim) return { kind: 'pass', claim }
  return looksLikePass(text) ? { kind: 'brokenPass' } : { kind: 'unknown' }
}

/**
 * What stays the same while one thing is held before the scanner: the booking of a pass, whose code changes every 30 s,
 * or the text itself.
 */
export function subjectOfCode(scanned: string): string {
  const code = readCode(scanned)
  return code.kind === 'pass' ? `pass ${code.claim.bookingId}` : scanned
}

/** Some scanners add an end of line, and caps lock turns what they type around. */
function tidyScanned(scanned: string): string {
  return scanned.trim().toUpperCase()
}
