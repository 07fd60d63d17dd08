import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { explainPostgres, serverEnvironment } from './postgres-cluster.ts'
import type { Place } from './postgres-place.ts'
import { LaunchRefusal } from './run-command.ts'

export type RunningServer = { pid: number; port: number; status: string }

/** Recovery after a crash may replay a lot; an ordinary start takes a tenth of a second. */
const startLimitMs = 5 * 60_000
const stopLimitMs = 60_000

/**
 * The server that runs on this cluster, whoever started it; null when none does. The file that a server leaves behind after
 * SIGKILL may name a process that is by now a stranger: a server's working directory is its cluster, a stranger's is not.
 */
export function findServer(cluster: string): RunningServer | null {
  const lines = readNote(cluster)
  const pid = Number(lines[0])
  if (!isServerOf(cluster, pid)) return null
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() }
}

/** Starts a server that goes on when this process ends; resolves when it takes connections. */
export async function startServer(
  place: Place,
  port: number,
  settings: Record<string, string>,
  logFile: string,
): Promise<void> {
  forgetStranger(place.cluster)
  const given = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // No socket file: its path may be too long, and its folder may not be there.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The details of a refused row name its values: an e-mail that is taken would stand in the log.
    log_error_verbosity: 'terse',
    ...settings,
  }
  const flags = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(logFile, 'a')
  const begin = readFileSync(logFile).length
  // A session of its own, so that Ctrl-C in the terminal reaches it through us alone, after the others have ended.
  const server = spawn(join(place.binaries, 'postgres'), ['-D', place.cluster, ...flags], {
    ...place.owner,
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  server.unref()
  closeSync(log)
  const ended = new Promise<true>((resolve) => {
    server.once('error', () => resolve(true)).once('exit', () => resolve(true))
  })
  for (const until = Date.now() + startLimitMs; Date.now() < until;) {
    if (await Promise.race([ended, sleep(20, false)])) {
      throw new LaunchRefusal(
        explainPostgres('server', readFileSync(logFile).subarray(begin).toString()),
      )
    }
    if (findServer(place.cluster)?.status === 'ready') return
  }
  throw new LaunchRefusal(`PostgreSQL was not ready after five minutes; ${logFile} says why.`)
}

export async function waitUntilReady(cluster: string): Promise<RunningServer | null> {
  for (const until = Date.now() + startLimitMs; Date.now() < until; await sleep(20)) {
    const server = findServer(cluster)
    if (!server || server.status === 'ready') return server
  }
  throw new LaunchRefusal(
    'PostgreSQL was not ready after five minutes; its log in the data folder says why.',
  )
}

/** Fast and clean: sessions are ended, everything is on the disk. */
export async function stopServer(cluster: string): Promise<void> {
  const server = findServer(cluster)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  for (const until = Date.now() + stopLimitMs; Date.now() < until; await sleep(20)) {
    if (!findServer(cluster)) return
  }
  // Recovers from its own journal at the next start.
  process.kill(server.pid, 'SIGQUIT')
}

/** PostgreSQL would take any living process that its old file names for a server (the ids of a container begin anew). */
function forgetStranger(cluster: string): void {
  const pid = Number(readNote(cluster)[0])
  if (pid > 0 && isAlive(pid) && !isServerOf(cluster, pid)) rmSync(noteOf(cluster))
}

function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readNote(cluster: string): string[] {
  try {
    return readFileSync(noteOf(cluster), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function noteOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}
