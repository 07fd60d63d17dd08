import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** What stands in the way of a migration: one sentence for whoever runs Carrel. */
export class MigrationError extends Error {}

type Migration = { name: string; checksum: string; sql: string }
type Row = { name: string; checksum: string; isFinished: boolean }
/** Runs one statement and gives its rows. */
type Query = (sql: string) => Promise<unknown[]>

/** The number that Prisma's own command locks, so that the two exclude each other. */
const advisoryLock = 72707369
const lockLimit = '2min'

/**
 * Applies what is missing from prisma/migrations, each file in a transaction of its own, one process at a time. It keeps
 * the table that Prisma keeps: Prisma's own command needs an engine from the network, and where it has one, it agrees.
 *
 * @param url of the server itself: behind a pooler in transaction mode the lock holds nothing
 * @returns the names of those applied now
 */
export async function migrate(
  url: string,
  log: (line: string) => void = () => {},
  folder = migrationsFolder(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'carrel migrate' })
  // A connection that breaks fails the query that waits for it; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await lockOthersOut(client)
    await client.query(createTable)
    const pending = await findPending(async (sql) => (await client.query(sql)).rows, folder)
    for (const migration of pending) {
      await apply(client, migration)
      log(`Migration ${migration.name} applied.`)
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/**
 * The names of the migrations that this code has and the database lacks. Throws a {@link MigrationError} when the database
 * is not one that this code can serve.
 */
export async function pendingMigrations(query: Query, folder = migrationsFolder()) {
  return (await findPending(query, folder)).map(({ name }) => name)
}

export function migrationsFolder(): string {
  return join(process.cwd(), 'prisma', 'migrations')
}

/** In the order of their names, as Prisma applies them. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, 'migration.sql')),
  )
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function findPending(query: Query, folder: string): Promise<Migration[]> {
  const migrations = readMigrations(folder)
  const [table] = (await query(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isThere"`,
  )) as {
    isThere: boolean
  }[]
  const rows = table?.isThere ? ((await query(selectRows)) as Row[]) : []
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) refuseDifference(row, byName.get(row.name))
  const done = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

function refuseDifference(row: Row, migration: Migration | undefined): void {
  if (!migration) {
    throw new MigrationError(
      `The database was migrated by a newer Carrel (${row.name} is unknown here): start that one, or restore an older backup.`,
    )
  }
  if (!row.isFinished) {
    throw new MigrationError(
      `Migration ${row.name} was begun by another tool and not finished: resolve it with that tool, or restore a backup.`,
    )
  }
  if (row.checksum !== migration.checksum) {
    throw new MigrationError(
      `Migration ${row.name} was changed after it was applied: restore its file, and put the change into a new migration.`,
    )
  }
}

async function lockOthersOut(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = '${lockLimit}'`)
  try {
    // Held by the session, so it spans the transactions of all migrations, and goes with the connection.
    await client.query(`SELECT pg_advisory_lock(${advisoryLock})`)
  } catch (error) {
    if ((error as pg.DatabaseError).code !== lockNotAvailable) throw error
    throw new MigrationError(
      `Another process has been migrating this database for ${lockLimit}: wait for it or end it, then start again.`,
    )
  }
  await client.query('RESET lock_timeout')
}

const lockNotAvailable = '55P03'

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date()
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(insertRow, [randomUUID(), checksum, name, startedAt])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new MigrationError(
      `Migration ${name} failed and left nothing behind: ${(error as Error).message}${lineOf(error, sql)}.`,
    )
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = Number((error as pg.DatabaseError).position)
  return position ? ` (line ${sql.slice(0, position).split('\n').length})` : ''
}

const createTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

// Prisma keeps the row of an attempt that was rolled back and makes another for the next.
const selectRows = `
  SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
  FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`

const insertRow = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`
