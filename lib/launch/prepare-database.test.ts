import pg from 'pg'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { prepareDatabase } from './prepare-database.ts'

const { home } = inject('testServer')
const database = `${inject('databasePrefix')}prepare_${process.env.VITEST_POOL_ID}`
const url = Object.assign(new URL(home), { pathname: database }).href

afterEach(() => run(home, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))

describe('prepareDatabase', () => {
  it('brings an empty database to our schema, with queues to put jobs into', async () => {
    await run(home, `CREATE DATABASE ${database}`)
    const said: string[] = []
    await prepareDatabase(url, (line) => said.push(line))
    expect(said[0]).toMatch(/^Migration \d+_house applied\.$/)
    const queues = await run(url, `SELECT name FROM pgboss.queue WHERE name = 'release-booking'`)
    expect(queues).toHaveLength(1)
  })

  it('refuses a database in which no Cyrillic word can be found, and leaves nothing in it', async () => {
    await run(
      home,
      `CREATE DATABASE ${database} TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`,
    )
    await expect(prepareDatabase(url, () => {})).rejects.toThrow(/cannot search for Cyrillic words/)
    expect(await run(url, `SELECT FROM pg_extension WHERE extname = 'pg_trgm'`)).toEqual([])
  })

  it('says what to correct when the database is not there or does not let us in', async () => {
    const { host, username } = new URL(home)
    await expect(prepareDatabase(url, () => {})).rejects.toThrow(
      `The database ${database} does not exist on ${host}: create it, or correct DATABASE_URL.`,
    )
    const stranger = Object.assign(new URL(home), { password: 'wrong' }).href
    await expect(prepareDatabase(stranger, () => {})).rejects.toThrow(
      `The database server ${host} does not let ${username} in: correct user and password in DATABASE_URL.`,
    )
  })
})

async function run(address: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
