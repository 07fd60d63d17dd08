import { lazy, Suspense, useSyncExternalStore } from 'react'
import { toastQueue } from './toast.ts'

// Most pages never say anything, so what shows a toast arrives with the first one.
const ToastRegion = lazy(() =>
  import('./toast-region.tsx').then(({ ToastRegion }) => ({ default: ToastRegion })),
)

export function ToastOutlet() {
  const hasSpoken = useSyncExternalStore(subscribe, hadToast, () => false)
  return hasSpoken ? (
    <Suspense>
      <ToastRegion />
    </Suspense>
  ) : null
}

let had = false

function hadToast(): boolean {
  had ||= toastQueue.visibleToasts.length > 0
  return had
}

function subscribe(onChange: () => void): () => void {
  return toastQueue.subscribe(onChange)
}
