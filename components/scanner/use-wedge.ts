import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { fieldOf, holdField } from './held-field.ts'
import { textOfKey } from './key-text.ts'
import { makeWedgeBuffer } from './wedge-buffer.ts'

const endKeys = ['Enter', 'NumpadEnter', 'Tab']

/**
 * Listens for a scanner that plays keyboard, wherever the focus is. Its keys are kept from the page, or its Enter would
 * press whatever button has the focus; a field gets them, because a person may be that quick, and is put back as it was when
 * they turn out to be a scan. Tells whether it listens already: keys that come while the page is being made ready
 * are lost.
 */
export function useWedge(onScan: (text: string) => void): boolean {
  const scan = useEffectEvent(onScan)

  useEffect(() => {
    const press = makeWedgeBuffer()
    let giveBack = () => {}
    function onKeyDown(event: KeyboardEvent) {
      const isEnd = endKeys.includes(event.code)
      const text = textOfKey(event)
      if (event.ctrlKey || event.altKey || event.metaKey || !(isEnd || text)) return
      const field = fieldOf(event.target)
      const isInField = field !== null
      const pressed = press({ text, isEnd, isInField, at: event.timeStamp })
      if (pressed.isFirst) giveBack = field ? holdField(field) : () => {}
      if (!pressed.isBurst) return
      event.preventDefault()
      event.stopPropagation()
      if (!pressed.scanned) return
      giveBack()
      scan(pressed.scanned)
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
