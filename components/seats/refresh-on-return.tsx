'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'

/** A page that was put aside shows the past: it asks anew when the person comes back to it. */
export function RefreshOnReturn() {
  const router = useRouter()
  useEffect(() => {
    let leftAt = 0
    const refresh = () => startTransition(() => router.refresh())
    const onChange = () => {
      if (document.visibilityState === 'hidden') leftAt = Date.now()
      else if (Date.now() - leftAt > quietMs) refresh()
    }
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [router])
  return null
}

/** Switching apps for a moment is not worth a request. */
const quietMs = 5_000
