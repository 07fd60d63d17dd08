import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { openBenchDatabase } from './bench-database.ts'
import { percentile } from './percentile.ts'

/*
 * `npm run bench`: speed on this machine, as a table into docs/benchmarks.md. Figures depend on the machine and on what
 * else it does: compare rows of one run, not of two.
 */

const { url, close } = await openBenchDatabase()
Object.assign(process.env, { DATABASE_URL: url, LOG_LEVEL: 'silent' })
Object.assign(process.env, {
  AUTH_SECRET: 'of the bench, good for nothing else',
  PASS_SECRET: 'of the bench, good for nothing else',
})
// Read after the settings above.
const { raceForOneSeat } = await import('./race-for-one-seat.ts')
const { askForAvailability } = await import('./ask-for-availability.ts')
const { closeDb } = await import('#lib/db/client.ts')
const { closeQueue } = await import('#lib/queue/boss.ts')

try {
  await raceForOneSeat(1)
  const race = await raceForOneSeat(20)
  const plan = await askForAvailability(1000)
  const rows = [
    row({
      what: '50 members after one seat at once, 20 rounds, one winner a round',
      times: race.times,
      mostMs: 500,
      beside: `${race.winners} winners, ${race.refusedWithAlternatives} of ${race.refused} refusals with alternatives`,
    }),
    row({
      what: 'seats of a plan: 500 seats, 200,000 bookings, the query alone',
      times: plan,
      mostMs: 15,
      beside: `${plan.length} times, one after another`,
    }),
  ]
  writeFileSync('docs/benchmarks.md', page(rows))
  console.log(page(rows))
} finally {
  await closeQueue()
  await closeDb()
  await close()
}

type Measured = { what: string; times: number[]; mostMs: number; beside: string }

/** A line of the table; a target that is missed ends the run with 1. */
function row({ what, times, mostMs, beside }: Measured): string[] {
  const [p50, p95] = [percentile(times, 50), percentile(times, 95)]
  const isMet = Number(p95) <= mostMs
  if (!isMet) process.exitCode = 1
  const target = `p95 ≤ ${mostMs} ms: ${isMet ? 'met' : 'missed'}`
  return [what, `p50 ${p50} ms, p95 ${p95} ms`, target, beside]
}

function page(rows: string[][]): string {
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim() || 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const table = [['what', 'measured', 'target', 'beside it'], ['---', '---', '---', '---'], ...rows]
  return [
    '# Benchmarks',
    `Made by \`npm run bench\` at commit ${commit} on ${machine}, Node ${process.versions.node}; PostgreSQL on the same machine, without waiting for the disk. Everything runs in one process through the operations, without HTTP.`,
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
}
