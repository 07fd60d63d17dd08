import { PgBoss, type Job, type JobResult } from 'pg-boss'
import { closeDb } from '#lib/db/client.ts'
import { translateDatabaseError } from '#lib/db/refusals.ts'
import { env } from '#lib/env.ts'
import { DomainError } from '#lib/errors.ts'
import { writeHeartbeat } from '#lib/health/write-heartbeat.ts'
import { log } from '#lib/log.ts'
import { closeQueue } from '#lib/queue/boss.ts'
import { createQueues } from '#lib/queue/definitions.ts'
import { handlers, type JobHandler } from './handlers.ts'
import { applySchedule } from './schedule.ts'

const beatEveryMs = 10_000
/** Jobs in hand get this long to end when the worker is asked to stop; then they go back to their queues. */
const stopTimeoutMs = 10_000

/** Takes jobs until the returned function is called. Throws when the queue cannot be reached or made. */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = makeBoss()
  try {
    await boss.start()
    await createQueues(boss)
    for (const handler of handlers)
      await boss.work(handler.queue.name, pace, (jobs) => runAll(handler, jobs))
    await applySchedule(boss)
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  const stopBeating = startBeating()
  log.info({ queues: handlers.map(({ queue }) => queue.name) }, 'worker takes jobs')

  return async () => {
    stopBeating()
    await boss.stop({ graceful: true, timeout: stopTimeoutMs })
    await closeQueue()
    await closeDb()
    log.info('worker has stopped')
  }
}

/**
 * NOTIFY starts a job within milliseconds, but is only sent for jobs that are due at once: one that was delayed is found
 * by polling, so that stays short. While a batch comes back full there is more, and the next is fetched at once.
 */
const pace = {
  batchSize: 10,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  perJobResults: true,
} as const

function makeBoss(): PgBoss {
  const boss = new PgBoss({
    // LISTEN needs a session of its own, which a pooler does not give.
    connectionString: env().DATABASE_DIRECT_URL,
    application_name: 'carrel worker queue',
    max: 4,
    useListenNotify: true,
    // With the queues' heartbeat of 10 s, the jobs of a worker that was killed start again some 7 s after its death.
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  })
  // Without a listener an error event would end the process; with one, pg-boss tries again by itself.
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  boss.on('warning', (warning) => log.warn({ warning }, 'queue warning'))
  return boss
}

/** Each job of a batch ends by itself: one that fails is tried again without the others. */
async function runAll(handler: JobHandler, jobs: Job<unknown>[]): Promise<JobResult[]> {
  const results: JobResult[] = []
  for (const job of jobs) results.push(await runOne(handler, job))
  return results
}

async function runOne({ queue, run }: JobHandler, { id, data }: Job<unknown>): Promise<JobResult> {
  try {
    await run(data, new Date())
    return { id, status: 'completed' }
  } catch (thrown) {
    const error = translateDatabaseError(thrown)
    // A refusal is an answer: asking again would get the same one. A database out of reach is none.
    if (error instanceof DomainError && error.code !== 'UNAVAILABLE') {
      log.info({ queue: queue.name, job: id, refusal: error.code }, 'job refused')
      return { id, status: 'completed', output: { refusal: error.code } }
    }
    log.error({ queue: queue.name, job: id, err: thrown }, 'job failed')
    return { id, status: 'failed', output: { message: String(error) } }
  }
}

/** A beat that does not reach the database is not made up for: the next one tells as much. */
function startBeating(): () => void {
  const startedAt = new Date()
  const beat = () =>
    writeHeartbeat('worker', startedAt, new Date()).catch((error: unknown) =>
      log.warn({ err: translateDatabaseError(error) }, 'heartbeat not written'),
    )
  void beat()
  const timer = setInterval(beat, beatEveryMs)
  return () => clearInterval(timer)
}
