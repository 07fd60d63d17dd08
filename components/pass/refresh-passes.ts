import { countWipes, savePasses, wipePasses, type KeptPasses, type PassKeys } from './pass-store.ts'

/** What became of asking the server: whether it gave the keys of now, and if not, why. */
export type PassRefresh = 'fresh' | 'away' | 'signedOut' | 'notMember'

/**
 * Asks the server for the keys of the coming passes and keeps them. To be called when the app opens and after every change
 * of a booking. Never throws: a phone without a network goes on with what it has, and one that can keep nothing still learns
 * what the server said.
 */
export async function refreshPasses(): Promise<PassRefresh> {
  const wipes = await countWipes().catch(() => null)
  const answer = await ask()
  if (answer === 'away') return answer
  try {
    if (typeof answer === 'string') await wipePasses()
    else if (wipes !== null) await savePasses(answer, wipes)
  } catch {
    // A private window, or a full disk.
  }
  return typeof answer === 'string' ? answer : 'fresh'
}

async function ask(): Promise<KeptPasses | Exclude<PassRefresh, 'fresh'>> {
  try {
    const askedAt = Date.now()
    const answer = await fetch('/api/v1/pass-keys', { cache: 'no-store' })
    const answeredAt = Date.now()
    if (answer.status === 401) return 'signedOut'
    if (answer.status === 403) return 'notMember'
    if (!answer.ok) return 'away'
    const { serverTime, bookings } = (await answer.json()) as PassKeys
    // The server looked at its clock about half way through.
    const offsetMs = Math.round(serverTime - (askedAt + answeredAt) / 2)
    return { bookings, offsetMs, fetchedAt: serverTime }
  } catch {
    return 'away'
  }
}
