import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { migrate, pendingMigrations } from './migrate.ts'

const { home } = inject('testServer')
const database = `${inject('databasePrefix')}migrate_${process.env.VITEST_POOL_ID}`
const url = Object.assign(new URL(home), { pathname: database }).href
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  await run(home, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  await run(home, `CREATE DATABASE ${database}`)
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await run(home, `DROP DATABASE ${database} WITH (FORCE)`)
})

describe('migrate', () => {
  it('applies what is missing, in order, and writes the rows that Prisma writes', async () => {
    write('20260102000000_second', 'INSERT INTO things VALUES (1)')
    const sql = write('20260101000000_first', 'CREATE TABLE things (id int)')
    expect(await migrate(url, () => {}, folder)).toEqual([
      '20260101000000_first',
      '20260102000000_second',
    ])

    const [first] = await run(url, 'SELECT * FROM _prisma_migrations ORDER BY started_at')
    expect(first).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      checksum: createHash('sha256').update(sql).digest('hex'),
      migration_name: '20260101000000_first',
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    })
  })

  it('does nothing the second time', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int)')
    await migrate(url, () => {}, folder)
    expect(await migrate(url, () => {}, folder)).toEqual([])
  })

  it('applies each once when twenty processes start together', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int); SELECT pg_sleep(0.2)')
    const applied = await Promise.all(
      Array.from({ length: 20 }, () => migrate(url, () => {}, folder)),
    )
    expect(applied.flat()).toEqual(['20260101000000_first'])
  })

  it('leaves nothing of one that fails, keeps those before, and names the line', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int)')
    write('20260102000000_second', 'CREATE TABLE more (id int);\n\nINSERT INTO nowhere VALUES (1)')
    await expect(migrate(url, () => {}, folder)).rejects.toThrow(
      'Migration 20260102000000_second failed and left nothing behind: relation "nowhere" does not exist (line 3).',
    )
    expect(
      await run(url, `SELECT to_regclass('things') AS first, to_regclass('more') AS second`),
    ).toEqual([{ first: 'things', second: null }])
  })

  it('refuses a migration that was changed after it was applied', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int)')
    await migrate(url, () => {}, folder)
    write('20260101000000_first', 'CREATE TABLE things (id bigint)')
    await expect(migrate(url, () => {}, folder)).rejects.toThrow(
      /first was changed after it was applied/,
    )
  })

  it('refuses a database that a newer Carrel has migrated', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int)')
    write('20270101000000_later', 'CREATE TABLE later (id int)')
    await migrate(url, () => {}, folder)
    rmSync(join(folder, '20270101000000_later'), { recursive: true })
    await expect(migrate(url, () => {}, folder)).rejects.toThrow(
      /newer Carrel \(20270101000000_later/,
    )
  })

  it('refuses what another tool began and did not finish, and passes over what was rolled back', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int)')
    await migrate(url, () => {}, folder)
    await run(url, 'UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(url, () => {}, folder)).rejects.toThrow(/not finished/)
    await run(url, 'UPDATE _prisma_migrations SET rolled_back_at = now(); DROP TABLE things')
    expect(await migrate(url, () => {}, folder)).toEqual(['20260101000000_first'])
  })
})

describe('pendingMigrations', () => {
  it('names what the database lacks, also where there is no table of migrations yet', async () => {
    write('20260101000000_first', 'CREATE TABLE things (id int)')
    const query = (sql: string) => run(url, sql)
    expect(await pendingMigrations(query, folder)).toEqual(['20260101000000_first'])
    await migrate(url, () => {}, folder)
    expect(await pendingMigrations(query, folder)).toEqual([])
  })
})

function write(name: string, sql: string): string {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  return sql
}

async function run(address: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
