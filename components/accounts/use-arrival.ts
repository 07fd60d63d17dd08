import { useState } from 'react'

/**
 * Enters the house after signing in, as a fresh document: whatever the router kept was made for nobody. The form leaves the
 * history, so Back does not return to it.
 */
export function useArrival(next: string): { isArriving: boolean; arrive: () => void } {
  const [isArriving, setArriving] = useState(false)
  function arrive() {
    setArriving(true)
    location.replace(next)
  }
  return { isArriving, arrive }
}
