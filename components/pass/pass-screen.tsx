'use client'

import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { keepPassPage } from './keep-pass-page.ts'
import { PassAbsent } from './pass-absent.tsx'
import { PassDeck } from './pass-deck.tsx'
import { PassShape } from './pass-shape.tsx'
import { useKeptPasses } from './use-kept-passes.ts'
import { usePassRefresh } from './use-pass-refresh.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** Often, so that the member sees on the phone that the door has let them in. */
const everyMs = 10_000

/** The pass, drawn from what this phone keeps alone; the server is only asked whether there is news. */
export function PassScreen() {
  const kept = useKeptPasses()
  const refresh = usePassRefresh(everyMs)
  const locale = useLocale()
  useWakeLock()
  useEffect(() => void keepPassPage(), [locale])

  if (kept) return <PassDeck kept={kept} isAway={refresh === 'away'} />
  // The answer may bring what the phone has not kept yet.
  if (kept === undefined || refresh === null) return <PassShape />
  return <PassAbsent reason={refresh} />
}
