/** What a scanner shows, from the one green to the many bricks. Each has its own sentence in the namespace `checkIn`. */
export const verdictNames = [
  'checkedIn',
  'unverified',
  'alreadyIn',
  'foreign',
  'altered',
  'noMatch',
  'old',
  'clockAhead',
  'used',
  'past',
  'ended',
  'tooEarly',
  'tooEarlyDay',
  'otherVenue',
  'cancelled',
  'replaced',
  'released',
  'left',
] as const

export type VerdictName = (typeof verdictNames)[number]

export type VerdictTone = 'yes' | 'attention' | 'no'

/** Green for in; amber where the person at the door decides; brick for everything else. */
export function toneOfVerdict(name: VerdictName): VerdictTone {
  if (name === 'checkedIn') return 'yes'
  return name === 'unverified' || name === 'alreadyIn' ? 'attention' : 'no'
}

/** What an admin may write down about how they verified a person. */
export const longestNote = 500

/** What the door may know about the booking of a pass that was proven ours. */
export type VerdictBooking = {
  id: string
  personName: string
  isPersonVerified: boolean
  seat: string
  floor: string
  venue: string
  timeZone: string
  startsAt: Date
  endsAt: Date
  /** From when on the pass is accepted. */
  acceptedFrom: Date
  checkedInAt: Date | null
  leftAt: Date | null
  cancelledAt: Date | null
  releasedAt: Date | null
}

export type ScanVerdict = {
  scanId: string
  verdict: VerdictName
  scannedAt: Date
  /** Absent when the code proves nothing. */
  booking: VerdictBooking | null
}

/** The same after a journey as JSON. */
export type Sent<T> = T extends Date
  ? string
  : T extends object
    ? { [K in keyof T]: Sent<T[K]> }
    : T
