import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { readCode, subjectOfCode } from '#lib/scanning/codes.ts'
import { newRequestKey } from '#components/bookings/request-key.ts'
import { giveFeedback } from '#components/scanner/feedback.ts'
import { makeHoldBack } from '#components/scanner/hold-back.ts'
import {
  awaitsDecision,
  cardOfDeparture,
  cardOfRefusal,
  cardOfVerdict,
  type DoorCard,
} from './door-card.ts'
import {
  sendDeparture,
  sendScan,
  sendVerification,
  type Refused,
  type Seen,
} from './door-server.ts'
import { useArrivals, type Arrivals } from './use-arrivals.ts'
import { useRequests } from './use-requests.ts'

const pastShown = 4
/** More than any QR holds; what is longer is foreign anyhow. */
const longestContent = 4_500

/** What happens at a door: scans become cards, the newest is shown, those before it lie in `past`. */
export function useDoor(venueId: string, initial: Arrivals, { isSilent }: { isSilent: boolean }) {
  const requests = useRequests()
  const { arrivals, note } = useArrivals(venueId, initial, requests)
  const [shown, setShown] = useState<DoorCard | null>(null)
  const [objection, setObjection] = useState<Refused | null>(null)
  const [past, setPast] = useState<DoorCard[]>([])
  const [holdBack] = useState(makeHoldBack)
  // The camera calls between two renders.
  const latest = useRef<DoorCard | null>(null)
  const feel = useEffectEvent((card: DoorCard) => giveFeedback(card.tone, { isSilent }))

  // A scanner that plays keyboard is quicker than an answer.
  const waiting = useRef<Seen | null>(null)
  const scanWaiting = useEffectEvent(() => {
    const seen = waiting.current
    waiting.current = null
    if (seen) void scan(seen)
  })
  const { isPending, isAway } = requests

  useEffect(() => {
    // By the time the server is back, the person has been let in by hand.
    if (isAway) waiting.current = null
    else if (!isPending) scanWaiting()
  }, [isPending, isAway])

  // After it is painted: the first sound takes a while to open the loudspeaker.
  useEffect(() => {
    if (shown) feel(shown)
  }, [shown])

  function put(card: DoorCard | null) {
    const before = latest.current
    latest.current = card
    setShown(card)
    setObjection(null)
    if (before) setPast((cards) => [before, ...cards].slice(0, pastShown))
  }

  /** The card that came of it, or null when it has to wait, or a decision comes first. */
  async function scan(seen: Seen): Promise<DoorCard | null> {
    if (latest.current && awaitsDecision(latest.current)) {
      giveFeedback(latest.current.tone, { isSilent })
      return null
    }
    if (requests.isBusy()) {
      waiting.current = seen
      return null
    }
    const key = newRequestKey()
    const answer = await requests.request(() => sendScan({ key, venueId, ...seen }))
    if (!answer) return null
    const card = 'refused' in answer ? cardOfRefusal(answer.refused) : cardOfVerdict(answer.data)
    if (card.name === 'checkedIn' || awaitsDecision(card)) holdBack.settle()
    if (card.name === 'checkedIn' && card.booking) note(card.booking.id, 'here')
    put(card)
    return card
  }

  /** What the camera sees, many times a second. While the server is away nothing is judged. */
  function see(texts: string[]) {
    const text = texts.find((each) => readCode(each).kind === 'pass') ?? texts[0]
    if (!text) return
    const sight = { text, subject: subjectOfCode(text), at: performance.now() }
    const isBusy = isAway || isPending || awaitsDecision(latest.current)
    if (isBusy) holdBack.stillThere(sight)
    else if (holdBack.isNew(sight)) void scan({ content: text.slice(0, longestContent) })
  }

  async function verify(noteText: string) {
    const scanId = shown?.scanId
    if (!scanId) return
    setObjection(null)
    const input = { key: newRequestKey(), scanId, ...(noteText.trim() ? { note: noteText } : {}) }
    const answer = await requests.request(() => sendVerification(input))
    if (!answer) return
    if ('refused' in answer) return object(answer.refused)
    if (answer.data.verdict === 'checkedIn' && answer.data.booking) {
      note(answer.data.booking.id, 'here')
    }
    put(cardOfVerdict(answer.data))
  }

  /** The question stays open, with the note that was written; only a scan that is gone can no longer be answered. */
  function object(refused: Refused) {
    if (refused.code === 'SCAN_NOT_FOUND') return put(cardOfRefusal(refused))
    giveFeedback('no', { isSilent })
    setObjection(refused)
  }

  async function checkOut() {
    if (!shown?.booking) return
    const input = { key: newRequestKey(), bookingId: shown.booking.id }
    const answer = await requests.request(() => sendDeparture(input))
    if (!answer) return
    if ('refused' in answer) return put(cardOfRefusal(answer.refused))
    note(input.bookingId, 'gone')
    put(cardOfDeparture(shown))
  }

  return {
    shown,
    objection,
    past,
    arrivals,
    isAway,
    isPending,
    scan,
    see,
    verify,
    checkOut,
    dismiss: () => put(null),
  }
}
