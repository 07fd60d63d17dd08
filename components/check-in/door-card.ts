import { toneOfVerdict, type VerdictName, type VerdictTone } from '#lib/bookings/verdict.ts'
import type { Refused, SentVerdict } from './door-server.ts'

/** What the screen of the door shows large: a verdict, that somebody was checked out, or that the server refused. */
export type DoorCard = {
  tone: VerdictTone
  /** ISO instant by this device. */
  at: string
  scanId: string | null
  booking: SentVerdict['booking']
} & (
  | { name: VerdictName | 'checkedOut'; refused: null }
  /** Why, in the server's own sentence. */
  | { name: 'refused'; refused: Refused }
)

export function cardOfVerdict({ verdict, scanId, booking }: SentVerdict): DoorCard {
  const tone = toneOfVerdict(verdict)
  return { name: verdict, tone, at: nowText(), scanId, booking, refused: null }
}

export function cardOfDeparture({ scanId, booking }: DoorCard): DoorCard {
  return { name: 'checkedOut', tone: 'yes', at: nowText(), scanId, booking, refused: null }
}

export function cardOfRefusal(refused: Refused): DoorCard {
  return { name: 'refused', tone: 'no', at: nowText(), scanId: null, booking: null, refused }
}

/** The one card that no other may push away before somebody has decided. */
export function awaitsDecision(card: DoorCard | null): boolean {
  return card?.name === 'unverified'
}

function nowText(): string {
  return new Date().toISOString()
}
