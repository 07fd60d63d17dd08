import { setTimeout as sleep } from 'node:timers/promises'
import { findServer } from './postgres-server.ts'
import { openPostgres } from './postgres.ts'

/** A look reads two small files. */
const lookEveryMs = 1_000

/**
 * Starts the embedded server again when something ended it that was not us: the kernel short of memory, somebody by
 * mistake. The web and the worker keep its address and find it there. Returns what ends the watch; only then may the server
 * be stopped.
 */
export function keepPostgres(
  folder: string,
  { cluster, address }: { cluster: string; address: string },
  say: (line: string) => void,
): () => Promise<void> {
  const end = new AbortController()
  const watch = async () => {
    for (let pauseMs = lookEveryMs; ;) {
      await sleep(pauseMs, null, { signal: end.signal }).catch(() => {})
      if (end.signal.aborted) return
      if (findServer(cluster)) {
        pauseMs = lookEveryMs
        continue
      }
      say('PostgreSQL has ended; it starts again.')
      try {
        const again = await openPostgres(folder)
        if (again.url() !== address)
          say('Its port was taken meanwhile: stop Carrel and start it again.')
      } catch (error) {
        say((error as Error).message)
        pauseMs = Math.min(pauseMs * 2, 30_000)
      }
    }
  }
  const watching = watch()
  return async () => {
    end.abort()
    await watching
  }
}
