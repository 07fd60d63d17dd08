import { timingSafeEqual } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { db } from '#lib/db/client.ts'
import { readCode } from '#lib/scanning/codes.ts'
import { hourMs } from '#lib/time.ts'
import { acceptedFrom } from './check-in-policy.ts'
import { acceptedStepsAround, passMac, passStepAt, typedCodesOf } from './pass.ts'
import { passKeyOf } from './pass-keys.ts'
import type { VerdictName } from './verdict.ts'

/** A pass proven by its code, or why the code proves nothing. */
export type Recognition =
  | { bookingId: string; version: number; step: number }
  | { refused: Extract<VerdictName, 'foreign' | 'altered' | 'noMatch'> }

/** Checks the code of a QR with the key of the booking and version that it names. An older version is still ours. */
export async function recognisePass(content: string): Promise<Recognition> {
  const code = readCode(content)
  if (code.kind === 'unknown') return { refused: 'foreign' }
  if (code.kind === 'brokenPass') return { refused: 'altered' }
  const { bookingId, version, step, mac } = code.claim
  const isProven = isSame(mac, passMac(passKeyOf(bookingId, version), code.claim))
  const booking = await db().booking.findUnique({
    where: { id: bookingId },
    select: { passVersion: true },
  })
  if (!isProven || !booking || version > booking.passVersion) return { refused: 'altered' }
  return { bookingId, version, step }
}

// Typed codes name no booking, so all those around now are tried.
const candidatesBeforeMs = 36 * hourMs
const candidatesAfterMs = 48 * hourMs

/** How far a typed code may be off only to be told "old" or "your phone's clock is ahead": five minutes and two. */
const olderStepsKnown = 10
const laterStepsKnown = 4

/** Only at bookings that the door accepts now, or did or will so many milliseconds away: each step takes its time. */
const explainedAroundMs = hourMs

/** Cancelling and bringing back raise the version, each once. */
const olderVersionsKnown = 4

/** Finds the booking of this venue whose pass shows these eight characters. */
export async function recogniseTypedCode(
  code: string,
  venueId: string,
  now: Date,
): Promise<Recognition> {
  const current = await listCandidates(venueId, now)
  const near = current.filter(({ isNear }) => isNear)
  const older = current.flatMap(({ bookingId, version }) =>
    range(Math.max(1, version - olderVersionsKnown), version - 1).map((before) => ({
      bookingId,
      version: before,
    })),
  )
  const { accepted, explained } = stepsAround(passStepAt(now.getTime()))
  return (
    (await findShownCode(code, current, accepted)) ??
    // What follows is never let in, only explained.
    (await findShownCode(code, near, explained)) ??
    (await findShownCode(code, older, accepted)) ?? { refused: 'noMatch' }
  )
}

type Candidate = { bookingId: string; version: number }

async function listCandidates(
  venueId: string,
  now: Date,
): Promise<(Candidate & { isNear: boolean })[]> {
  const bookings = await db().booking.findMany({
    where: {
      seat: { venueId },
      startsAt: {
        gte: new Date(now.getTime() - candidatesBeforeMs),
        lte: new Date(now.getTime() + candidatesAfterMs),
      },
    },
    select: {
      id: true,
      passVersion: true,
      startsAt: true,
      endsAt: true,
      rule: { select: { earlyCheckInMinutes: true } },
    },
  })
  return bookings.map(({ id, passVersion, startsAt, endsAt, rule }) => ({
    bookingId: id,
    version: passVersion,
    isNear:
      acceptedFrom({ startsAt, ...rule }).getTime() <= now.getTime() + explainedAroundMs &&
      endsAt.getTime() > now.getTime() - explainedAroundMs,
  }))
}

function stepsAround(current: number): { accepted: number[]; explained: number[] } {
  const [first, last] = [current - acceptedStepsAround, current + acceptedStepsAround]
  const explained = [
    ...range(first - olderStepsKnown, first - 1),
    ...range(last + 1, last + laterStepsKnown),
  ]
  return { accepted: range(first, last), explained }
}

const candidatesBetweenPauses = 100

/** Goes through all of them whatever it finds, so that the time tells nothing; lets other requests in between. */
async function findShownCode(
  code: string,
  candidates: Candidate[],
  steps: number[],
): Promise<Recognition | null> {
  let found: Recognition | null = null
  for (const [index, candidate] of candidates.entries()) {
    const codeAt = typedCodesOf(passKeyOf(candidate.bookingId, candidate.version))
    for (const step of steps) {
      const moment = { bookingId: candidate.bookingId, version: candidate.version, step }
      if (isSame(code, codeAt(moment))) found ??= moment
    }
    if (index % candidatesBetweenPauses === candidatesBetweenPauses - 1) await setImmediate()
  }
  return found
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
