import { countWipes, savePasses, wipePasses, type PassKeys } from './pass-store.ts'

/** What became of asking the server: whether what is kept is of now, and if not, why. */
export type PassRefresh = 'fresh' | 'away' | 'signedOut' | 'notMember'

/**
 * Asks the server for the keys of the coming passes and keeps them. To be called when the app opens and after every change
 * of a booking. Never throws: a phone without a network goes on with what it has.
 */
export async function refreshPasses(): Promise<PassRefresh> {
  try {
    const wipes = await countWipes()
    const askedAt = Date.now()
    const answer = await fetch('/api/v1/pass-keys', { cache: 'no-store' })
    const answeredAt = Date.now()
    if (answer.status === 401 || answer.status === 403) {
      await wipePasses()
      return answer.status === 401 ? 'signedOut' : 'notMember'
    }
    if (!answer.ok) return 'away'
    const { serverTime, bookings } = (await answer.json()) as PassKeys
    // The server looked at its clock about half way through.
    const offsetMs = Math.round(serverTime - (askedAt + answeredAt) / 2)
    await savePasses({ bookings, offsetMs, fetchedAt: serverTime }, wipes)
    return 'fresh'
  } catch {
    return 'away'
  }
}
