import { useEffect, useState } from 'react'
import { onPassesChanged, readPasses, type KeptPasses } from './pass-store.ts'

/** What this phone keeps; undefined until it has been read, null when there is nothing. */
export function useKeptPasses(): KeptPasses | null | undefined {
  const [kept, setKept] = useState<KeptPasses | null>()

  useEffect(() => {
    let isOver = false
    const read = async () => {
      const found = await readPasses().catch(() => null)
      if (!isOver) setKept(found)
    }
    void read()
    const stopListening = onPassesChanged(read)
    return () => {
      isOver = true
      stopListening()
    }
  }, [])

  return kept
}
