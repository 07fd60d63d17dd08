import { useEffect, useRef } from 'react'

/**
 * For a card that covers the page: what lies below cannot be reached, and what had the focus gets it back. A card that can be
 * answered takes the focus; Escape puts any away.
 */
export function useCover(isAnswerable: boolean, onDismiss: () => void) {
  const card = useRef<HTMLElement>(null)
  const dismiss = useRef(onDismiss)

  useEffect(() => {
    dismiss.current = onDismiss
  })

  useEffect(() => {
    const before = document.activeElement
    const covered = card.current ? findCovered(card.current) : []
    for (const each of covered) each.inert = true
    if (isAnswerable) card.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dismiss.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      for (const each of covered) each.inert = false
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isAnswerable])

  return card
}

/** Everything beside the card and beside what holds it, but for what speaks to a screen reader. */
function findCovered(card: Element): HTMLElement[] {
  const covered: HTMLElement[] = []
  for (let held = card; held !== document.body && held.parentElement; held = held.parentElement) {
    for (const beside of held.parentElement.children) {
      if (beside === held || !(beside instanceof HTMLElement) || beside.inert) continue
      if (!beside.matches('[aria-live], [role=status]')) covered.push(beside)
    }
  }
  return covered
}
