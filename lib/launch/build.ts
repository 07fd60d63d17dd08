import { fork } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fingerprint, readStamp } from './fingerprint.ts'
import { generate } from './generate.ts'
import { takeLock } from './lock.ts'
import { dataFolder, makePassable, projectFolder } from './project.ts'
import { LaunchRefusal, runCommand } from './run-command.ts'

const stampFile = join(projectFolder, '.next', 'carrel-made-of')

/** Whatever a build reads. */
const sources = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema'],
  ...['next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json', 'package-lock.json'],
]
const uncounted = /^lib\/(launch|testing|db\/generated)\/|\.test\.tsx?$/

/** True when `.next` holds what a build of the present sources makes. */
export function isBuilt(): boolean {
  return readStamp(stampFile) === describeSources()
}

/**
 * Builds the pages in a process of its own, unless they are there. `onStart` receives a function that ends it.
 * What the build says goes to a log, and to the terminal when it fails.
 */
export async function buildPages(onStart: (end: () => void) => void = () => {}): Promise<void> {
  makePassable(dataFolder())
  const logs = join(dataFolder(), 'logs')
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const logFile = join(logs, 'build.log')
  const log = openSync(logFile, 'w')
  const child = fork(fileURLToPath(import.meta.url), {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  onStart(() => child.kill('SIGTERM'))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code === 0) return
  throw new LaunchRefusal(
    `${readFileSync(logFile, 'utf8').trim()}\nThe pages could not be built, for the reason above.`,
  )
}

async function build(): Promise<void> {
  // The channel closes when whoever wanted this is gone; without it (npm run build) there is nothing to watch.
  process.on('disconnect', () => process.exit(1))
  await generate()
  while (!(await takeLock(projectFolder, 'build'))) await sleep(200)
  if (isBuilt()) return process.exit(0)

  const madeOf = describeSources()
  rmSync(stampFile, { force: true })
  process.on('exit', (code) => {
    // Only what was built from sources that stood still is stamped.
    if (code === 0 && describeSources() === madeOf) writeFileSync(stampFile, madeOf)
  })
  const require = createRequire(import.meta.url)
  process.argv = [process.execPath, require.resolve('next/dist/bin/next'), 'build']
  require('next/dist/bin/next')
}

function describeSources(): string {
  // Next writes these settings into the scripts of the browser.
  const settings = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
  return fingerprint(sources, (path) => !uncounted.test(path)) + JSON.stringify(settings.sort())
}

if (import.meta.main) await runCommand(build)
