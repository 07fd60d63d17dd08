import { useCallback, useEffect, useState, type ComponentType } from 'react'
import type { SeatSheetProps } from './seat-sheet.tsx'

const firstSigns = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const

/**
 * The sheet of a seat, which brings the overlay's code along: fetched at the first sign that somebody uses the page, so that
 * it is there when a seat is chosen. `load` may be called again after it failed.
 */
export function useLateSheet() {
  const [Sheet, setSheet] = useState<ComponentType<SeatSheetProps> | null>(null)
  const load = useCallback(
    () => import('./seat-sheet.tsx').then((module) => setSheet(() => module.SeatSheet)),
    [],
  )

  useEffect(() => {
    // A failure here is of no account: choosing a seat asks again, and says so if it fails too.
    const warmUp = () => void load().catch(() => undefined)
    const options = { once: true, passive: true }
    for (const sign of firstSigns) window.addEventListener(sign, warmUp, options)
    return () => firstSigns.forEach((sign) => window.removeEventListener(sign, warmUp))
  }, [load])

  return { Sheet, load }
}
