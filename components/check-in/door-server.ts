import type { Arrival } from '#lib/bookings/list-arrivals.ts'
import type { ScanVerdict, Sent } from '#lib/bookings/verdict.ts'

export type SentVerdict = Sent<ScanVerdict>
export type SentArrival = Sent<Arrival>

/** What the server said no to, in the language of the page. */
export type Refused = { code: string; message: string }
export type Answer<T> = { data: T } | { refused: Refused }

/** The server did not answer, or only something before it did. Whether it has heard us is not known. */
export class ServerAway extends Error {}

/** A verdict comes within a second; who waits longer looks into the list. */
const patienceMs = 6_000
const awayStatuses = [502, 503, 504]

export type Seen = { content: string } | { typed: string }

export function sendScan(scan: { key: string; venueId: string } & Seen) {
  return ask<SentVerdict>('/api/v1/check-in/scans', scan)
}

export function sendVerification(input: { key: string; scanId: string; note?: string }) {
  return ask<SentVerdict>('/api/v1/check-in/verifications', input)
}

export function sendDeparture(input: { key: string; bookingId: string }) {
  return ask<{ bookingId: string }>('/api/v1/check-in/departures', input)
}

export function fetchArrivals(venueId: string) {
  return ask<SentArrival[]>(`/api/v1/check-in/arrivals?venueId=${venueId}`)
}

async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  let answer: unknown
  let status: number
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    status = response.status
    answer = await response.json()
  } catch {
    throw new ServerAway()
  }
  if (awayStatuses.includes(status)) throw new ServerAway()
  return status === 200 ? { data: answer as T } : { refused: answer as Refused }
}
