import pg from 'pg'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { z } from '#lib/zod.ts'

const changeSchema = z.object({ topic: z.literal('plan'), venueId: z.uuid() })

/** What the database tells after a commit: something that a plan of this venue shows is not as it was. */
export type Change = z.infer<typeof changeSchema>

/** A change, or `gap`: changes may have been missed, so whoever shows something reads it anew. */
export type Heard = Change | 'gap'

type Hear = (heard: Heard) => void

/** Written by the triggers of the migrations. */
const channel = 'carrel_changes'

const firstPauseMs = 250
const longestPauseMs = 5_000

class ChangeFeed {
  #listeners = new Set<Hear>()
  #client: pg.Client | null = null
  #retry: NodeJS.Timeout | null = null
  #pauseMs = firstPauseMs
  #hasHeard = false

  subscribe(hear: Hear): () => void {
    this.#listeners.add(hear)
    if (!this.#client && !this.#retry) void this.#connect()
    return () => void this.#listeners.delete(hear)
  }

  async close(): Promise<void> {
    if (this.#retry) clearTimeout(this.#retry)
    this.#retry = null
    const client = this.#client
    this.#client = null
    this.#listeners.clear()
    await client?.end().catch(() => undefined)
  }

  async #connect(): Promise<void> {
    this.#retry = null
    const client = new pg.Client({
      connectionString: env().DATABASE_DIRECT_URL,
      application_name: `carrel ${process.env.CARREL_PROCESS ?? 'script'} changes`,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    this.#client = client
    client.on('notification', ({ payload }) => this.#hear(payload))
    // An error is always followed by the end of the connection.
    client.on('error', (error) => log.warn({ err: error }, 'the feed of changes broke off'))
    client.on('end', () => this.#lose(client))
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
    } catch (error) {
      log.warn({ err: error }, 'the feed of changes cannot be reached')
      await client.end().catch(() => undefined)
      return this.#lose(client)
    }
    this.#pauseMs = firstPauseMs
    if (this.#hasHeard) this.#tell('gap')
    this.#hasHeard = true
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return
    this.#client = null
    this.#retry = setTimeout(() => void this.#connect(), this.#pauseMs)
    this.#retry.unref()
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs)
  }

  #hear(payload: string | undefined): void {
    const change = changeSchema.safeParse(parseJson(payload))
    // A newer version of the product may tell what this one does not know.
    if (change.success) this.#tell(change.data)
  }

  #tell(heard: Heard): void {
    for (const hear of this.#listeners) hear(heard)
  }
}

const holder = globalThis as typeof globalThis & { carrelChanges?: ChangeFeed }

/**
 * Calls `hear` for every change that any process commits, until the returned function is called. One connection serves the
 * whole process, whoever listens; it comes back by itself.
 */
export function subscribeToChanges(hear: Hear): () => void {
  holder.carrelChanges ??= new ChangeFeed()
  return holder.carrelChanges.subscribe(hear)
}

/** Ends the connection of {@link subscribeToChanges}; the next subscription opens another. */
export async function closeChanges(): Promise<void> {
  const feed = holder.carrelChanges
  holder.carrelChanges = undefined
  await feed?.close()
}

function parseJson(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
