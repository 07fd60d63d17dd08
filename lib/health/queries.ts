import { db } from '#lib/db/client.ts'
import { MigrationError, pendingMigrations } from '#lib/db/migrate.ts'
import { judgeHealth, type Findings, type Health } from './policy.ts'

const patienceMs = 2_000

const nothing: Findings = { databaseLatencyMs: null, migrations: null, workerBeatAt: null }

/** How Carrel is, seen from this process. Answers within two seconds, whatever the database does. */
export async function getHealth(now: Date): Promise<Health> {
  return judgeHealth(await soonOr(nothing, look()), now)
}

async function look(): Promise<Findings> {
  const askedAt = performance.now()
  await db().$queryRaw`SELECT 1`
  const databaseLatencyMs = Math.round((performance.now() - askedAt) * 10) / 10
  const migrations = await lookAtMigrations()
  // The table of heartbeats may be among what is missing.
  const isWhole = 'pending' in migrations && migrations.pending.length === 0
  return { databaseLatencyMs, migrations, workerBeatAt: isWhole ? await lastBeat() : null }
}

async function lookAtMigrations(): Promise<NonNullable<Findings['migrations']>> {
  try {
    return { pending: await pendingMigrations((sql) => db().$queryRawUnsafe<unknown[]>(sql)) }
  } catch (error) {
    if (error instanceof MigrationError) return { problem: error.message }
    throw error
  }
}

async function lastBeat(): Promise<Date | null> {
  const heartbeat = await db().heartbeat.findUnique({
    where: { process: 'worker' },
    select: { beatAt: true },
  })
  return heartbeat?.beatAt ?? null
}

/** A database that is away may keep a query waiting for longer than whoever asks for health has patience. */
async function soonOr<T>(otherwise: T, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patienceMs)
  })
  try {
    return await Promise.race([work.catch(() => otherwise), impatience])
  } finally {
    clearTimeout(timer)
  }
}
