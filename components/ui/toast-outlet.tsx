'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { toastQueue } from './toast.ts'

// Most pages never say anything, so what shows a toast arrives with the first one.
const ToastRegion = dynamic(() => import('./toast-region.tsx').then((m) => m.ToastRegion), {
  ssr: false,
})

export function ToastOutlet() {
  const hasSpoken = useSyncExternalStore(subscribe, hadToast, () => false)
  return hasSpoken ? <ToastRegion /> : null
}

let had = false

function hadToast(): boolean {
  had ||= toastQueue.visibleToasts.length > 0
  return had
}

function subscribe(onChange: () => void): () => void {
  return toastQueue.subscribe(onChange)
}
