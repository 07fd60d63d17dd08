import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, isBuilt } from './build.ts'
import { generate } from './generate.ts'
import { askHolder } from './lock.ts'
import { dataFolder, projectFolder } from './project.ts'
import { onStop } from './on-stop.ts'
import { explain, LaunchRefusal } from './run-command.ts'
import { countJourneys, countTests, type Count } from './test-counts.ts'

const results = join(projectFolder, '.test-data', 'results')
const total: Count = { passed: 0, failed: 0 }

let running: ChildProcess | undefined
onStop(async () => void running?.kill('SIGTERM'))

process.chdir(projectFolder)
mkdirSync(results, { recursive: true })

await step('Generated files', generate)
await step('Format', () => run('prettier', ['--check', '--log-level=warn', '.']))
await step('Lint', () => run('eslint', ['.']))
await step('Types', async () => {
  await run('next', ['typegen'])
  await run('tsc', ['--noEmit'])
})
await suite('Unit and database tests', countTests, (report) =>
  run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]),
)
const isBuildGood = await step('Build', buildUnlessRunning)
if (isBuildGood) {
  await suite('Browser journeys', countJourneys, (report) => {
    process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report
    return run('playwright', ['test', '--reporter=list,json'])
  })
} else {
  count('Browser journeys: not run, because there is nothing to run them on', {
    passed: 0,
    failed: 1,
  })
}

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

/** Runs a step that passes or fails as a whole. */
async function step(name: string, work: () => Promise<unknown>): Promise<boolean> {
  console.log(`\n── ${name}`)
  const startedAt = Date.now()
  const isGood = await work().then(
    () => true,
    (error) => {
      console.error(explain(error))
      return false
    },
  )
  count(describe(name, startedAt), { passed: Number(isGood), failed: Number(!isGood) })
  return isGood
}

/** Runs a step that reports each of its tests. Without a report, or without a test in it, something is wrong. */
async function suite(
  name: string,
  read: (report: string) => Count,
  work: (reportFile: string) => Promise<unknown>,
): Promise<void> {
  console.log(`\n── ${name}`)
  const startedAt = Date.now()
  const reportFile = join(results, `${name.toLowerCase().replaceAll(' ', '-')}.json`)
  rmSync(reportFile, { force: true })
  const isGood = await work(reportFile).then(
    () => true,
    () => false,
  )
  const counted = readCount(reportFile, read)
  if (counted.passed + counted.failed === 0) counted.failed = 1
  if (!isGood && counted.failed === 0) counted.failed = 1
  count(describe(name, startedAt), counted)
}

function readCount(reportFile: string, read: (report: string) => Count): Count {
  try {
    return read(readFileSync(reportFile, 'utf8'))
  } catch {
    console.error('The runner left no report.')
    return { passed: 0, failed: 1 }
  }
}

function count(what: string, { passed, failed }: Count): void {
  total.passed += passed
  total.failed += failed
  console.log(`${what}: ${passed} passed, ${failed} failed`)
}

function describe(name: string, startedAt: number): string {
  return `${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`
}

/** A build replaces the files under a Carrel that runs from this folder. */
async function buildUnlessRunning(): Promise<void> {
  const holder = await askHolder(dataFolder(), 'supervisor')
  if (holder && !isBuilt()) {
    throw new LaunchRefusal(
      `Carrel runs from this folder (process ${holder.pid}) with an older build: stop it, then test again.`,
    )
  }
  if (!isBuilt()) await buildPages()
}

function run(program: string, args: string[]): Promise<void> {
  const child = spawn(join(projectFolder, 'node_modules', '.bin', program), args, {
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new LaunchRefusal(`${program} ended with ${signal ?? `code ${code}`}.`))
    })
  })
}
