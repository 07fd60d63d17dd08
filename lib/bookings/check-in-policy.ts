import { addMinutes, dayAt } from '#lib/time.ts'
import { acceptedStepsAround, passStepAt } from './pass.ts'
import type { VerdictName } from './verdict.ts'

/** The facts that decide whether a booking may be checked in to. */
export type CheckInFacts = {
  venueId: string
  timeZone: string
  startsAt: Date
  endsAt: Date
  earlyCheckInMinutes: number
  cancelledAt: Date | null
  releasedAt: Date | null
  checkedInAt: Date | null
  leftAt: Date | null
  passVersion: number
  lastPassStep: number | null
  isPersonVerified: boolean
}

/** A pass that was proven ours, as the scanner of a venue saw it. */
export type PassSight = { version: number; step: number; venueId: string }

/** How long an amber verdict may be answered by verifying the person. */
export const verifyWithinMinutes = 10

export function acceptedFrom(facts: Pick<CheckInFacts, 'startsAt' | 'earlyCheckInMinutes'>): Date {
  return addMinutes(facts.startsAt, -facts.earlyCheckInMinutes)
}

/** Not old → not used → then as {@link judgeBooking}. The first reason that holds is the one that is told. */
export function judgePass(facts: CheckInFacts, sight: PassSight, now: Date): VerdictName {
  return judgeStep(sight.step, facts.lastPassStep, now) ?? judgeBooking(facts, sight, now)
}

/** This day and now → at this place → not cancelled → not released → not already in → person verified. */
export function judgeBooking(
  facts: CheckInFacts,
  sight: Pick<PassSight, 'version' | 'venueId'>,
  now: Date,
): VerdictName {
  return (
    judgeTime(facts, now) ??
    (facts.venueId === sight.venueId ? null : 'otherVenue') ??
    judgeFate(facts, sight.version) ??
    (facts.isPersonVerified ? 'checkedIn' : 'unverified')
  )
}

function judgeStep(step: number, lastPassStep: number | null, now: Date): VerdictName | null {
  const current = passStepAt(now.getTime())
  if (step < current - acceptedStepsAround) return 'old'
  if (step > current + acceptedStepsAround) return 'clockAhead'
  return lastPassStep !== null && step <= lastPassStep ? 'used' : null
}

function judgeTime(facts: CheckInFacts, now: Date): VerdictName | null {
  const { startsAt, endsAt, timeZone } = facts
  const today = dayAt(now, timeZone)
  // A booking that ended at midnight was for the day before.
  const lastDay = dayAt(new Date(endsAt.getTime() - 1), timeZone)
  if (now >= endsAt) return lastDay < today ? 'past' : 'ended'
  if (now < acceptedFrom(facts))
    return dayAt(startsAt, timeZone) > today ? 'tooEarlyDay' : 'tooEarly'
  return null
}

function judgeFate(facts: CheckInFacts, version: number): VerdictName | null {
  if (facts.cancelledAt) return 'cancelled'
  if (version < facts.passVersion) return 'replaced'
  if (facts.releasedAt) return 'released'
  if (facts.leftAt) return 'left'
  return facts.checkedInAt ? 'alreadyIn' : null
}
