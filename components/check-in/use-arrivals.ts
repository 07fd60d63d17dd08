import { useEffect, useEffectEvent, useState } from 'react'
import { useRouter } from 'next/navigation'
import { fetchArrivals, type SentArrival } from './door-server.ts'

const everyMs = 15_000
const everyMsAway = 2_500

export type Arrivals = { rows: SentArrival[]; fetchedAt: string }

/** Today's list, kept in memory for the time when the server is away, and the way to notice that it is back. */
export function useArrivals(
  venueId: string,
  initial: Arrivals,
  { isAway, setAway }: { isAway: boolean; setAway: (isAway: boolean) => void },
) {
  const router = useRouter()
  const [arrivals, setArrivals] = useState(initial)

  const refresh = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden') return
    try {
      const answer = await fetchArrivals(venueId)
      setAway(false)
      if ('data' in answer) setArrivals({ rows: answer.data, fetchedAt: new Date().toISOString() })
      // Signed out elsewhere, or no longer an admin: the page itself says so.
      else router.refresh()
    } catch {
      setAway(true)
    }
  })

  useEffect(() => {
    const timer = setInterval(() => void refresh(), isAway ? everyMsAway : everyMs)
    const now = () => void refresh()
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', now)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', now)
    }
  }, [isAway])

  /** Puts into the list what a verdict has just said, until the next refresh says the same. */
  function note(bookingId: string, state: 'here' | 'gone') {
    setArrivals(({ rows, fetchedAt }) => ({
      fetchedAt,
      rows: rows.flatMap((row) => {
        if (row.bookingId !== bookingId) return [row]
        return state === 'here' ? [{ ...row, state }] : []
      }),
    }))
  }

  return { arrivals, note }
}
