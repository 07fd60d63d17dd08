import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

export type ToastTone = 'done' | 'attention' | 'danger'

export type ToastMessage = {
  title: string
  description?: string
  tone?: ToastTone
  /** Takes it back; the toast closes when it is pressed. */
  action?: { label: string; onPress: () => void }
}

/** One queue for the whole app; `ToastRegion` in the shell shows it. */
export const toastQueue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

// Long enough to read and to reach Undo by keyboard (F6 goes there); the clock stands while it is hovered or focused.
const shownMs = 7_000
const shownWithActionMs = 12_000

/** Says what happened, away from where it happened. Returns what closes it early. A danger stays until it is closed. */
export function showToast(message: ToastMessage): () => void {
  const timeout =
    message.tone === 'danger' ? undefined : message.action ? shownWithActionMs : shownMs
  const key = toastQueue.add(message, { timeout })
  return () => toastQueue.close(key)
}
