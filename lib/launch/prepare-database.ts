import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { migrate, MigrationError } from '#lib/db/migrate.ts'
import { createQueues } from '#lib/queue/definitions.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { LaunchRefusal } from './run-command.ts'

/** The oldest PostgreSQL whose features the migrations keep to. */
const oldestVersion = 15
/** A server that starts beside us (compose, a reboot) gets this long to answer. */
const patienceMs = 15_000

/** Brings the database of `url` up to date: refuses one that cannot serve, migrates, and makes the queues. */
export async function prepareDatabase(url: string, log: (line: string) => void): Promise<void> {
  try {
    await checkServer(url)
    await migrate(url, log)
    await prepareQueues(url)
  } catch (error) {
    throw error instanceof MigrationError ? new LaunchRefusal(error.message) : error
  }
}

async function checkServer(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS version`,
    )
    const major = Math.floor(rows[0].version / 10_000)
    if (major < oldestVersion) {
      throw new LaunchRefusal(
        `The database server is PostgreSQL ${major}: Carrel needs ${oldestVersion} or later.`,
      )
    }
    await checkTrigrams(client)
  })
}

/** Where the character type is C, trigrams leave out every letter beyond ASCII, and nobody is told. */
async function checkTrigrams(client: pg.Client): Promise<void> {
  await client.query('BEGIN')
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
  const { rows } = await client.query(`SELECT cardinality(show_trgm('привет')) AS trigrams`)
  await client.query('ROLLBACK')
  if (rows[0].trigrams > 0) return
  throw new LaunchRefusal(
    'This database cannot search for Cyrillic words, because its character type is C: make one with CREATE DATABASE … TEMPLATE template0 ENCODING UTF8 LOCALE_PROVIDER builtin BUILTIN_LOCALE "C.UTF-8" LOCALE "C.UTF-8" (before version 17: LOCALE "C.UTF-8" alone).',
  )
}

/** So that the web can take work before a worker has ever run. */
async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  await createQueues(boss)
  await boss.stop({ graceful: false })
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  for (const until = Date.now() + patienceMs; ; await sleep(500)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return client
    } catch (error) {
      const refusal = explainConnecting(error as pg.DatabaseError, url)
      if (refusal.isFinal || Date.now() > until) throw new LaunchRefusal(refusal.sentence)
    }
  }
}

function explainConnecting(error: pg.DatabaseError, url: string) {
  const { hostname, port, pathname, username } = new URL(url)
  const server = `${hostname}:${port || 5432}`
  switch (error.code) {
    case '28P01':
    case '28000':
      return {
        isFinal: true,
        sentence: `The database server ${server} does not let ${username} in: correct user and password in DATABASE_URL.`,
      }
    case '3D000':
      return {
        isFinal: true,
        sentence: `The database ${pathname.slice(1)} does not exist on ${server}: create it, or correct DATABASE_URL.`,
      }
    default:
      return {
        isFinal: false,
        sentence: `The database server ${server} does not answer (${error.message || error.code}): start it, or correct DATABASE_URL.`,
      }
  }
}
