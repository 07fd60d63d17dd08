import { fromPrisma, PgBoss, type SendOptions } from 'pg-boss'
import type { Tx } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import type { z } from '#lib/zod.ts'
import type { QueueDefinition } from './definitions.ts'

const holder = globalThis as typeof globalThis & { carrelSender?: Promise<PgBoss> }

/**
 * Puts a job into the queue inside the caller's transaction: there after the commit, gone after a rollback.
 * `startAfter` delays it.
 */
export async function enqueue<S extends z.ZodType>(
  tx: Tx,
  queue: QueueDefinition<S>,
  payload: z.input<S>,
  options: Pick<SendOptions, 'startAfter' | 'singletonKey'> = {},
): Promise<void> {
  const boss = await sender()
  const data = queue.payload.parse(payload) as object
  const id = await boss.send(queue.name, data, { ...options, db: fromPrisma(tx) })
  // Null means that a job of this singleton key is there already, or that the queue is missing.
  if (id === null && !options.singletonKey) throw new Error(`Queue ${queue.name} took no job`)
}

/** Ends what {@link enqueue} opened, so that a script can end; the next job opens another. */
export async function closeQueue(): Promise<void> {
  const boss = await holder.carrelSender?.catch(() => undefined)
  holder.carrelSender = undefined
  await boss?.stop({ graceful: false })
}

function sender(): Promise<PgBoss> {
  holder.carrelSender ??= startSender().catch((error: unknown) => {
    holder.carrelSender = undefined
    throw error
  })
  return holder.carrelSender
}

/**
 * An instance that only sends. Jobs go through the caller's transaction; what the library reads for itself (its version,
 * the queues) goes through one connection of its own: were it the client's pool, a full house of transactions that all
 * wait for one that enqueues would wait for ever.
 */
async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: `carrel ${process.env.CARREL_PROCESS ?? 'script'} queue`,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  try {
    return await boss.start()
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
}
