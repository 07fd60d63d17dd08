import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder, readMigrations } from '#lib/db/migrate.ts'
import { openPostgres } from '#lib/launch/postgres.ts'
import { prepareDatabase } from '#lib/launch/prepare-database.ts'
import { projectFolder } from '#lib/launch/project.ts'
import { queueDefinitions } from '#lib/queue/definitions.ts'

/** Where tests keep what they may lose: their server, their browser, the logs of the app that they start. */
export const testFolder = join(projectFolder, '.test-data')

/** A server with a template: plain values, which a test worker receives from the run that it belongs to. */
export type TestServer = { home: string; template: string }

/** Nothing here need survive a power cut, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
}

/** The server of DATABASE_TEST_URL (of a role that may create databases), or one of our own, kept between runs. */
export async function openTestServer(): Promise<TestServer & { close(): Promise<void> }> {
  const outside = process.env.DATABASE_TEST_URL?.trim()
  const own = outside ? undefined : await openPostgres(testFolder, settings)
  const home = outside ?? own!.url()
  // Other runs may use the server too: the last one out stops it.
  return { home, template: await prepareTemplate(home), close: async () => own?.stopUnlessUsed() }
}

/** Makes a database with our schema and nothing in it, in the place of one of that name. */
export async function createDatabase(
  { home, template }: TestServer,
  name: string,
): Promise<string> {
  await execute(home, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await execute(home, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return addressOf(home, name)
}

export async function dropDatabase({ home }: TestServer, name: string): Promise<void> {
  await execute(home, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

export async function listDatabases({ home }: Pick<TestServer, 'home'>): Promise<string[]> {
  const { rows } = await execute(home, 'SELECT datname AS name FROM pg_database')
  return rows.map(({ name }) => name)
}

export function addressOf(home: string, database: string): string {
  return Object.assign(new URL(home), { pathname: database }).href
}

/** A database that has been migrated once and is only ever copied: a copy takes a tenth of a second. */
async function prepareTemplate(home: string): Promise<string> {
  const madeOf = JSON.stringify([readMigrations(migrationsFolder()), queueDefinitions])
  const name = `carrel_template_${createHash('sha256').update(madeOf).digest('hex').slice(0, 12)}`
  const databases = await listDatabases({ home })
  if (databases.includes(name)) return name

  const draft = `${name}_${process.pid}`
  await execute(home, `CREATE DATABASE ${draft}`)
  await prepareDatabase(addressOf(home, draft), () => {})
  try {
    await execute(home, `ALTER DATABASE ${draft} RENAME TO ${name}`)
  } catch (error) {
    if ((error as pg.DatabaseError).code !== duplicateDatabase) throw error
    // Another run was as quick, with the same schema.
    await execute(home, `DROP DATABASE ${draft}`)
  }
  const old = databases.filter((database) => /^carrel_template_[0-9a-f]{12}$/.test(database))
  for (const database of old) await execute(home, `DROP DATABASE IF EXISTS ${database}`)
  return name
}

const duplicateDatabase = '42P04'

async function execute(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
