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
    [
      '50 members after one seat at once, 20 rounds',
      `p50 ${percentile(race.times, 50)} ms, p95 ${percentile(race.times, 95)} ms`,
      'p95 ≤ 500 ms, 1 winner a round',
      `${race.winners} winners, ${race.refusedWithAlternatives} of ${race.refused} refusals with alternatives`,
    ],
    [
      'seats of a plan: 500 seats, 200,000 bookings, the query alone',
      `p50 ${percentile(plan, 50)} ms, p95 ${percentile(plan, 95)} ms`,
      '≤ 15 ms',
      `${plan.length} times, one after another`,
    ],
  ]
  writeFileSync('docs/benchmarks.md', page(rows))
  console.log(page(rows))
} finally {
  await closeQueue()
  await closeDb()
  await close()
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
