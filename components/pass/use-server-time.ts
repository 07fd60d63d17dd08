import { useEffect, useState } from 'react'

/** The server's clock as this phone believes it to be, in milliseconds, moving on with its seconds. */
export function useServerTime(offsetMs: number): number {
  const [now, setNow] = useState(() => Date.now())

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    function tick() {
      clearTimeout(timer)
      const time = Date.now()
      setNow(time)
      timer = setTimeout(tick, 1_000 - ((time + offsetMs) % 1_000))
    }
    tick()
    // Browsers slow the timers of pages that nobody looks at.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [offsetMs])

  return now + offsetMs
}
