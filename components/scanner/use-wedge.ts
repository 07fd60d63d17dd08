import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { textOfKey } from './key-text.ts'
import { makeWedgeBuffer } from './wedge-buffer.ts'

const endKeys = ['Enter', 'NumpadEnter', 'Tab']

/**
 * Listens for a scanner that plays keyboard, wherever the focus is. Its keys are kept from the page, or its Enter would
 * press whatever button has the focus. Tells whether it listens already: keys that come while the page is being made ready
 * are lost.
 */
export function useWedge(onScan: (text: string) => void): boolean {
  const scan = useEffectEvent(onScan)

  useEffect(() => {
    const press = makeWedgeBuffer()
    function onKeyDown(event: KeyboardEvent) {
      const isEnd = endKeys.includes(event.code)
      const text = textOfKey(event)
      if (event.ctrlKey || event.altKey || event.metaKey || !(isEnd || text)) return
      const { isBurst, scanned } = press({ text, isEnd, at: event.timeStamp })
      if (!isBurst) return
      event.preventDefault()
      event.stopPropagation()
      if (scanned) scan(scanned)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])

  // False on the server and while its page is taken over; true only after the effect above has run.
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

function neverChanges() {
  return () => {}
}
