'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'
import { watchChanges } from '#components/live/watch-changes.ts'

/** At most one reading of the page in this time, so that a rush at a venue is not multiplied by those who look at it. */
const restMs = 600

/** Keeps the plan as the database has it: others' changes come in by themselves. */
export function LivePlan({ venueId }: { venueId: string }) {
  const router = useRouter()
  useEffect(() => {
    let restingUntil = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      restingUntil = Date.now() + restMs
      startTransition(() => router.refresh())
    }
    const leave = watchChanges((heard) => {
      if (heard !== 'gap' && heard.venueId !== venueId) return
      timer ??= setTimeout(refresh, Math.max(0, restingUntil - Date.now()))
    })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [router, venueId])
  return null
}
