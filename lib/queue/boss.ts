import { fromPrisma, PgBoss, type SendOptions } from 'pg-boss'
import { db, type Tx } from '#lib/db/client.ts'
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

/** An instance that only sends: it keeps nothing running, and shares the pool of the client. */
function sender(): Promise<PgBoss> {
  holder.carrelSender ??= startSender().catch((error: unknown) => {
    holder.carrelSender = undefined
    throw error
  })
  return holder.carrelSender
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: fromPrisma(db()),
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  return boss.start()
}
