import { openStream, type Heard } from './open-stream.ts'

export type { Heard }

/** Not put aside for longer than this, a page stays in touch: people switch apps for a moment. */
const patienceMs = 5_000

const name = 'carrel-changes'

const listeners = new Set<(heard: Heard) => void>()
let leave: (() => void) | null = null
let patience: ReturnType<typeof setTimeout> | undefined

/**
 * Calls `hear` when the database tells of a change, and with `gap` when some may have been missed. However many tabs are
 * open, the browser has one stream: the tab that holds the lock has it, and tells the others. Tabs that nobody looks at
 * take no part, because browsers put them to sleep.
 */
export function watchChanges(hear: (heard: Heard) => void): () => void {
  listeners.add(hear)
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', onVisibility)
    onVisibility()
  }
  return () => {
    listeners.delete(hear)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', onVisibility)
    clearTimeout(patience)
    stop()
  }
}

function onVisibility() {
  clearTimeout(patience)
  if (document.visibilityState === 'hidden') patience = setTimeout(stop, patienceMs)
  else if (!leave) start()
}

let hasBeenAway = false

function start() {
  if (hasBeenAway) tell('gap')
  leave = takePart()
}

function stop() {
  leave?.()
  hasBeenAway = leave !== null
  leave = null
}

function tell(heard: Heard) {
  for (const hear of listeners) hear(heard)
}

/** Becomes the tab with the stream, or waits to inherit it. Without locks (no secure context) each tab has its own. */
function takePart(): () => void {
  if (!('locks' in navigator)) return openStream(tell)
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: MessageEvent<Heard>) => tell(data)
  const over = new AbortController()
  const isOver = new Promise<void>((resolve) =>
    over.signal.addEventListener('abort', () => resolve()),
  )
  navigator.locks
    .request(name, { signal: over.signal }, async () => {
      const close = openStream((heard) => {
        tell(heard)
        channel.postMessage(heard)
      })
      await isOver
      close()
    })
    // Left while it still waited for the lock.
    .catch(() => undefined)
  return () => {
    over.abort()
    channel.close()
  }
}
