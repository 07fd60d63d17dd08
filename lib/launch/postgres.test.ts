import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { findServer } from './postgres-server.ts'
import { openPostgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
// The server's own user passes through, as it does in a data folder of our making.
chmodSync(folder, 0o711)

afterAll(async () => {
  await (await openPostgres(folder)).stop()
  rmSync(folder, { recursive: true })
})

describe('the embedded PostgreSQL', () => {
  it('is made with an owner who is no superuser, UTF-8, and no way in without the password', async () => {
    const { url } = await openPostgres(folder)
    const [row] = await query(
      url(),
      `SELECT current_user AS role, rolsuper AS "isSuper", current_setting('server_encoding') AS encoding,
              current_setting('listen_addresses') AS listens, 'Ж' ~ '[[:alpha:]]' AS "knowsLetters"
       FROM pg_roles WHERE rolname = current_user`,
    )
    expect(row).toEqual({
      role: 'carrel',
      isSuper: false,
      encoding: 'UTF8',
      listens: '127.0.0.1',
      knowsLetters: true,
    })
    for (const [user, password] of [
      ['carrel', 'wrong'],
      ['postgres', ''],
    ] as const) {
      const stranger = Object.assign(new URL(url()), { username: user, password }).href
      await expect(query(stranger, 'SELECT 1')).rejects.toThrow(
        /authentication failed|pg_hba|rejects/,
      )
    }
  })

  it('is taken over by whoever comes next, when its starter was killed', async () => {
    const first = await openPostgres(folder)
    const server = findServer(first.cluster)
    const second = await openPostgres(folder)
    expect(findServer(second.cluster)).toEqual(server)
    expect(second.url()).toBe(first.url())
  })

  it('is started once by ten who want it at once, and keeps its port', async () => {
    const before = await openPostgres(folder)
    await before.stop()
    expect(findServer(before.cluster)).toBeNull()
    const all = await Promise.all(Array.from({ length: 10 }, () => openPostgres(folder)))
    expect(new Set(all.map(({ url }) => url()))).toEqual(new Set([before.url()]))
    expect(await query(before.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('moves to another port when a stranger has taken its own', async () => {
    const before = await openPostgres(folder)
    await before.stop()
    const stranger = createServer().listen(Number(new URL(before.url()).port), '127.0.0.1')
    const after = await openPostgres(folder)
    expect(new URL(after.url()).port).not.toBe(new URL(before.url()).port)
    expect(await query(after.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    stranger.close()
  })

  it('comes back with its data after it was killed while somebody wrote', async () => {
    const before = await openPostgres(folder)
    await query(before.url(), 'CREATE TABLE kept AS SELECT 1 AS one')
    const busy = query(before.url(), 'SELECT pg_sleep(30)').catch(() => 'cut')
    await sleep(100)
    process.kill(findServer(before.cluster)!.pid, 'SIGKILL')
    const after = await openPostgres(folder)
    expect(await query(after.url(), 'SELECT * FROM kept')).toEqual([{ one: 1 }])
    expect(await busy).toBe('cut')
  })

  it('does not take the process that an old file names for its server', async () => {
    const before = await openPostgres(folder)
    const note = join(before.cluster, 'postmaster.pid')
    const text = readFileSync(note, 'utf8')
    await before.stop()
    writeFileSync(note, text.replace(/^\d+/, String(process.pid)))
    expect(findServer(before.cluster)).toBeNull()
    const after = await openPostgres(folder)
    expect(await query(after.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('gets a new password when the note that held it is lost', async () => {
    const before = await openPostgres(folder)
    rmSync(join(folder, 'postgres.json'))
    const after = await openPostgres(folder)
    expect(after.url()).not.toBe(before.url())
    expect(await query(after.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('is stopped by the last one out', async () => {
    const postgres = await openPostgres(folder)
    const user = new pg.Client({ connectionString: postgres.url() })
    await user.connect()
    await postgres.stopUnlessUsed()
    expect(findServer(postgres.cluster)).not.toBeNull()
    await user.end()
    await postgres.stopUnlessUsed()
    expect(findServer(postgres.cluster)).toBeNull()
  })
})

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
