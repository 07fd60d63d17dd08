import { useEffect, useRef, useState } from 'react'
import { ServerAway, type Answer } from './door-server.ts'

const retryMs = 2_000

/**
 * Sends one request after the other and does not give up: one whose answer was lost is sent again with the same key until
 * the server has answered. `isAway` tells that it does not.
 */
export function useRequests() {
  const [isPending, setPending] = useState(false)
  const [isAway, setAway] = useState(false)
  const isBusy = useRef(false)
  const isOver = useRef(false)

  useEffect(() => {
    isOver.current = false
    const onOffline = () => setAway(true)
    window.addEventListener('offline', onOffline)
    return () => {
      isOver.current = true
      window.removeEventListener('offline', onOffline)
    }
  }, [])

  /** Null when another request is still on its way, or when the page is left. */
  async function request<T>(send: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    if (isBusy.current) return null
    isBusy.current = true
    setPending(true)
    const answer = await repeat(send)
    isBusy.current = false
    if (isOver.current) return null
    setPending(false)
    return answer
  }

  async function repeat<T>(send: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    while (!isOver.current) {
      try {
        const answer = await send()
        setAway(false)
        return answer
      } catch (error) {
        if (!(error instanceof ServerAway)) throw error
        setAway(true)
        await untilWorthTrying()
      }
    }
    return null
  }

  return { request, isBusy: () => isBusy.current, isPending, isAway, setAway }
}

/** The browser may notice the network first. */
function untilWorthTrying(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, retryMs)
    window.addEventListener('online', go)
  })
}
