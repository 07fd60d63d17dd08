/** What was seen of the parts; null where a part did not answer. */
export type Findings = {
  databaseLatencyMs: number | null
  /** Names that the database lacks, or the sentence that says why this code cannot serve it. */
  migrations: { pending: string[] } | { problem: string } | null
  workerBeatAt: Date | null
}

export type Health = {
  /** Down: cannot serve. Degraded: serves, but what the worker does is left undone. */
  status: 'ok' | 'degraded' | 'down'
  database: { status: 'ok' | 'down'; latencyMs: number | null }
  migrations: {
    status: 'ok' | 'pending' | 'wrong' | 'unknown'
    pending?: string[]
    problem?: string
  }
  worker: {
    status: 'ok' | 'silent' | 'unknown'
    lastBeatAt: Date | null
    ageSeconds: number | null
  }
}

/** The worker beats every few seconds; after this long it is taken for gone. */
export const longestSilenceSeconds = 30

export function judgeHealth(found: Findings, now: Date): Health {
  const database = {
    status: found.databaseLatencyMs === null ? ('down' as const) : ('ok' as const),
    latencyMs: found.databaseLatencyMs,
  }
  const migrations = judgeMigrations(found.migrations)
  const worker = judgeWorker(found, now)
  const isReady = database.status === 'ok' && migrations.status === 'ok'
  return {
    status: !isReady ? 'down' : worker.status === 'ok' ? 'ok' : 'degraded',
    database,
    migrations,
    worker,
  }
}

/** Why this process should get no requests; empty when it should. */
export function reasonsAgainst(health: Health): string[] {
  const { database, migrations } = health
  if (database.status === 'down') return ['The database does not answer.']
  if (migrations.problem) return [migrations.problem]
  return (migrations.pending ?? []).map((name) => `Migration ${name} is not applied.`)
}

function judgeMigrations(found: Findings['migrations']): Health['migrations'] {
  if (!found) return { status: 'unknown' }
  if ('problem' in found) return { status: 'wrong', problem: found.problem }
  return found.pending.length > 0 ? { status: 'pending', pending: found.pending } : { status: 'ok' }
}

function judgeWorker(found: Findings, now: Date): Health['worker'] {
  if (found.databaseLatencyMs === null)
    return { status: 'unknown', lastBeatAt: null, ageSeconds: null }
  const lastBeatAt = found.workerBeatAt
  const ageSeconds = lastBeatAt && Math.round((now.getTime() - lastBeatAt.getTime()) / 1000)
  const isAlive = ageSeconds !== null && ageSeconds <= longestSilenceSeconds
  return { status: isAlive ? 'ok' : 'silent', lastBeatAt, ageSeconds }
}
