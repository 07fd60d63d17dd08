import { useEffect } from 'react'

/** Keeps the screen from going dark while the pass is on it, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isOver = false
    const hold = async () => {
      if (document.visibilityState === 'hidden') return
      try {
        lock = await navigator.wakeLock?.request('screen')
        if (isOver) await lock?.release()
      } catch {
        // Low battery or a setting: the screen goes dark when it does anyhow.
      }
    }
    void hold()
    // The browser takes the lock back from a page that is left.
    document.addEventListener('visibilitychange', hold)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
