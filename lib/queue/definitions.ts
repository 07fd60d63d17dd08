import type { PgBoss, Queue } from 'pg-boss'
import { z } from '#lib/zod.ts'

/** A queue and the shape of its jobs. Payloads carry ids alone: what they mean is read when the job runs. */
export type QueueDefinition<S extends z.ZodType = z.ZodType> = {
  name: string
  payload: S
  options: Omit<Queue, 'name'>
}

/** Expiry and heartbeat are always set: without them a killed worker's job waits for 15 minutes. */
const defaults = {
  expireInSeconds: 60,
  heartbeatSeconds: 10,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  deleteAfterSeconds: 24 * 60 * 60,
} satisfies Omit<Queue, 'name'>

/** Releases one booking when its grace is over. */
export const releaseBookingQueue = {
  name: 'release-booking',
  payload: z.strictObject({ bookingId: z.uuid() }),
  options: { ...defaults, notify: true },
} satisfies QueueDefinition

/** Warns whose seat will be released soon, and finds the no-shows whose own job was lost. */
export const sweepQueue = {
  name: 'sweep',
  payload: z.strictObject({}),
  options: { ...defaults, policy: 'short' },
} satisfies QueueDefinition

/** Forgets what is of no use any more: request keys that nobody will send again, sessions that ran out. */
export const forgetQueue = {
  name: 'forget',
  payload: z.strictObject({}),
  options: { ...defaults, policy: 'short' },
} satisfies QueueDefinition

export const queueDefinitions: QueueDefinition[] = [releaseBookingQueue, sweepQueue, forgetQueue]

/** Makes the queues that are missing and brings the settings of the others up to date. A job for a queue that is not there would be lost in silence. */
export async function createQueues(boss: PgBoss): Promise<void> {
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const { name, options } of queueDefinitions) {
    const { policy, ...changeable } = options
    if (existing.has(name)) await boss.updateQueue(name, changeable)
    else await boss.createQueue(name, { ...changeable, ...(policy ? { policy } : {}) })
  }
}
