import { useEffect, useState } from 'react'
import { refreshPasses, type PassRefresh } from './refresh-passes.ts'

/** Refreshes what the phone keeps: now, every so often while the page is looked at, and when network or person come back. */
export function usePassRefresh(everyMs: number): PassRefresh | null {
  const [state, setState] = useState<PassRefresh | null>(null)

  useEffect(() => {
    let isOver = false
    const refresh = async () => {
      if (document.visibilityState === 'hidden') return
      const outcome = await refreshPasses()
      if (!isOver) setState(outcome)
    }
    void refresh()
    const timer = setInterval(refresh, everyMs)
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('focus', refresh)
    window.addEventListener('online', refresh)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('focus', refresh)
      window.removeEventListener('online', refresh)
    }
  }, [everyMs])

  return state
}
