import { db } from '#lib/db/client.ts'

/** A sign of life of a process that has no address to ask. */
export async function writeHeartbeat(process: string, startedAt: Date, now: Date): Promise<void> {
  const beat = { startedAt, beatAt: now }
  await db().heartbeat.upsert({ where: { process }, create: { process, ...beat }, update: beat })
}
