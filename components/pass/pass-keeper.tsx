'use client'

import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { keepPassPage } from './keep-pass-page.ts'
import { usePassRefresh } from './use-pass-refresh.ts'

const everyMs = 3 * 60_000

/** Shows nothing. On every page of a member it sees to it that this phone could show the pass without a network. */
export function PassKeeper() {
  const locale = useLocale()
  usePassRefresh(everyMs)
  useEffect(() => void keepPassPage(), [locale])
  return null
}
