import { describe, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { withoutDatabase, withSilentDatabase } from '#lib/testing/other-database.ts'
import { reasonsAgainst } from './policy.ts'
import { getHealth } from './queries.ts'

const now = new Date('2026-11-22T10:00:00Z')

describe('getHealth', () => {
  it('sees a database that answers, with every migration, and the last beat of the worker', async () => {
    const beatAt = new Date('2026-11-22T09:59:58Z')
    await db().heartbeat.create({ data: { process: 'worker', startedAt: beatAt, beatAt } })
    expect(await getHealth(now)).toEqual({
      status: 'ok',
      database: { status: 'ok', latencyMs: expect.any(Number) },
      migrations: { status: 'ok' },
      worker: { status: 'ok', lastBeatAt: beatAt, ageSeconds: 2 },
    })
  })

  it('names a migration that the database lacks', async () => {
    const name = await onlyUntilTheEnd(
      (first) => db().$executeRaw`
        UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = ${first}`,
      async (first) => {
        const health = await getHealth(now)
        expect(health).toMatchObject({ status: 'down', migrations: { status: 'pending' } })
        expect(reasonsAgainst(health)).toEqual([`Migration ${first} is not applied.`])
      },
    )
    expect((await getHealth(now)).migrations, name).toEqual({ status: 'ok' })
  })

  it('says that the database is of a newer Carrel', async () => {
    await onlyUntilTheEnd(
      (first) => db().$executeRaw`
        UPDATE _prisma_migrations SET migration_name = '2999_future' WHERE migration_name = ${first}`,
      async () => {
        const health = await getHealth(now)
        expect(health).toMatchObject({ status: 'down', migrations: { status: 'wrong' } })
        expect(reasonsAgainst(health)).toEqual([expect.stringContaining('2999_future')])
      },
    )
  })

  it('is down at once when nothing listens', async () => {
    const health = await withoutDatabase(() => getHealth(now))
    expect(reasonsAgainst(health)).toEqual(['The database does not answer.'])
  })

  it('waits two seconds for a database that says nothing, and no longer', async () => {
    const { health, ms } = await withSilentDatabase(async () => {
      const startedAt = performance.now()
      return { health: await getHealth(now), ms: performance.now() - startedAt }
    })
    expect(health.status).toBe('down')
    expect(ms).toBeGreaterThan(1_900)
    expect(ms).toBeLessThan(3_500)
  })
})

/** Changes the row of the first migration for a while: the database stays for the files that come after. */
async function onlyUntilTheEnd(
  change: (first: string) => Promise<unknown>,
  work: (first: string) => Promise<void>,
): Promise<string> {
  const [row] = await db().$queryRaw<{ id: string; name: string }[]>`
    SELECT id, migration_name AS name FROM _prisma_migrations ORDER BY name LIMIT 1`
  const { id, name } = row!
  await change(name)
  try {
    await work(name)
  } finally {
    await db().$executeRaw`
      UPDATE _prisma_migrations SET migration_name = ${name}, rolled_back_at = NULL WHERE id = ${id}`
  }
  return name
}
