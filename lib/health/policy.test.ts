import { describe, expect, it } from 'vitest'
import { judgeHealth, reasonsAgainst, type Findings } from './policy.ts'

const now = new Date('2026-11-22T10:00:00Z')

function found(given: Partial<Findings> = {}) {
  const workerBeatAt = new Date(now.getTime() - 5_000)
  return judgeHealth(
    { databaseLatencyMs: 1.2, migrations: { pending: [] }, workerBeatAt, ...given },
    now,
  )
}

function beatAgo(seconds: number) {
  return found({ workerBeatAt: new Date(now.getTime() - seconds * 1000) })
}

describe('judgeHealth', () => {
  it('is ok when all parts are', () => {
    expect(found()).toMatchObject({ status: 'ok', worker: { status: 'ok', ageSeconds: 5 } })
    expect(reasonsAgainst(found())).toEqual([])
  })

  it('takes a worker for gone after 30 seconds of silence, and serves on', () => {
    expect(beatAgo(30).status).toBe('ok')
    expect(beatAgo(31)).toMatchObject({ status: 'degraded', worker: { status: 'silent' } })
    expect(reasonsAgainst(beatAgo(31))).toEqual([])
  })

  it('is degraded when no worker ever came', () => {
    const worker = { status: 'silent', lastBeatAt: null, ageSeconds: null }
    expect(found({ workerBeatAt: null })).toMatchObject({ status: 'degraded', worker })
  })

  it('is down without the database, and says nothing of what it could not see', () => {
    const health = found({ databaseLatencyMs: null, migrations: null, workerBeatAt: null })
    expect(health).toMatchObject({
      status: 'down',
      database: { status: 'down' },
      migrations: { status: 'unknown' },
      worker: { status: 'unknown' },
    })
    expect(reasonsAgainst(health)).toEqual(['The database does not answer.'])
  })

  it('is down while a migration is missing, and names it', () => {
    const health = found({ migrations: { pending: ['20270101000000_tickets'] } })
    expect(health.status).toBe('down')
    expect(reasonsAgainst(health)).toEqual(['Migration 20270101000000_tickets is not applied.'])
  })

  it('is down on a database that this code cannot serve, and says why', () => {
    const health = found({
      migrations: { problem: 'The database was migrated by a newer Carrel.' },
    })
    expect(health).toMatchObject({ status: 'down', migrations: { status: 'wrong' } })
    expect(reasonsAgainst(health)).toEqual(['The database was migrated by a newer Carrel.'])
  })
})
