import { useEffect, useState } from 'react'

const tickMs = 250

/** The server's clock as this phone believes it to be, in milliseconds, moving on in quarters of a second. */
export function useServerTime(offsetMs: number): number {
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, tickMs)
    // Browsers slow the timers of pages that nobody looks at.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])

  return now + offsetMs
}
