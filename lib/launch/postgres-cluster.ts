import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Place } from './postgres-place.ts'
import { LaunchRefusal } from './run-command.ts'

/** The one role that may sign in. It owns its databases and is no superuser, as on a server run by others. */
export const roleName = 'carrel'
export const databaseName = 'carrel'

/** Connections come from this machine alone, with the role's password; the superuser cannot sign in at all. */
const whoMayConnect = `host all ${roleName} 127.0.0.1/32 scram-sha-256\n`

/** UTF-8 with character classes of its own: under the C locale a search for Cyrillic finds nothing, in silence. */
const initdbFlags = [
  '--username=postgres',
  '--auth=reject',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
  '--no-instructions',
]

export function isCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'))
}

/** Makes a cluster with its role and database beside its place, and moves it there whole. */
export async function createCluster(place: Place, password: string): Promise<void> {
  const draft = `${place.cluster}.new`
  mkdirSync(dirname(place.cluster), { recursive: true })
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (place.owner) chownSync(draft, place.owner.uid, place.owner.gid)
  await runTool(place, 'initdb', [`--pgdata=${draft}`, ...initdbFlags])
  writeFileSync(join(draft, 'pg_hba.conf'), whoMayConnect)
  await runSql({ ...place, cluster: draft }, [
    `CREATE ROLE ${roleName} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${databaseName} OWNER ${roleName}`,
  ])
  renameSync(draft, place.cluster)
}

export function setPassword(place: Place, password: string): Promise<void> {
  return runSql(place, [`ALTER ROLE ${roleName} PASSWORD '${password}'`])
}

/** Runs statements, one a line, without a server. */
function runSql(place: Place, statements: string[]): Promise<void> {
  const args = ['--single', '-D', place.cluster, 'postgres']
  return runTool(place, 'postgres', args, statements.map((line) => `${line}\n`).join(''))
}

function runTool(place: Place, tool: string, args: string[], input = ''): Promise<void> {
  const child = spawn(join(place.binaries, tool), args, {
    ...place.owner,
    cwd: '/',
    env: serverEnvironment,
    stdio: 'pipe',
  })
  let output = ''
  child.stdout.resume()
  child.stderr.on('data', (chunk) => (output += chunk))
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0 && !/^.*(ERROR|FATAL):/m.test(output)) resolve()
      else reject(new LaunchRefusal(explainPostgres(tool, output)))
    })
  })
}

/** Nothing of the caller's: a PGDATA or an LC_ALL of theirs would lead the server astray. */
export const serverEnvironment = {
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
} as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv

/** The sentence for what a PostgreSQL program said on its way out. */
export function explainPostgres(tool: string, output: string): string {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return 'The disk is full, so PostgreSQL cannot run: free some space, or set CARREL_DATA_DIR to a folder on another disk.'
  }
  if (/Permission denied/.test(output)) {
    return 'PostgreSQL may not use its data folder: start as the user who owns it, or set CARREL_DATA_DIR to another folder.'
  }
  if (/initialized by PostgreSQL version|incompatible with server/.test(output)) {
    return 'The data were written by another version of PostgreSQL: start the Carrel that wrote them, or set CARREL_DATA_DIR to a new folder.'
  }
  const said = output.match(/^.*(?:FATAL|PANIC|ERROR|error):\s*(.*)$/m)?.[1] ?? output.trim()
  return `PostgreSQL's ${tool} failed: ${said || 'it ended without a word'}.`
}
