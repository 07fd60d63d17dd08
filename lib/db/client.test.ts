import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBooking } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { closeDb, db } from './client.ts'

// A server in Kathmandu, as initdb sets one up there.
const admin = () => new pg.Client({ connectionString: process.env.DATABASE_URL })

async function setZone(sql: string): Promise<void> {
  const client = admin()
  await client.connect()
  const { rows } = await client.query('SELECT current_database() AS name')
  await client.query(`ALTER DATABASE "${rows[0].name}" ${sql}`)
  await client.end()
  await closeDb()
}

// A process hears each warning of this kind once: whichever test comes first.
const warnings: string[] = []
process.on('warning', ({ message }) => warnings.push(message))

beforeAll(() => setZone(`SET timezone = 'Asia/Kathmandu'`))
afterAll(() => setZone('RESET timezone'))

it('an instant is the same for Prisma, for SQL and for the server, whatever zone the server is in', async () => {
  const startsAt = new Date('2026-07-01T10:00:00.123Z')
  const { id } = await makeBooking({ startsAt, endsAt: addMinutes(startsAt, 60) })

  const read = await db().booking.findUniqueOrThrow({ where: { id } })
  expect(read.startsAt).toEqual(startsAt)
  const [raw] = await db().$queryRaw<[{ at: Date; seconds: number; isSame: boolean }]>`
    SELECT starts_at AS at, extract(epoch FROM starts_at)::float8 AS seconds,
      starts_at = ${startsAt}::timestamptz AS "isSame"
    FROM bookings WHERE id = ${id}::uuid`
  expect(raw).toEqual({ at: startsAt, seconds: startsAt.getTime() / 1000, isSame: true })
})

it('the server’s own now is ours', async () => {
  const [{ at }] = await db().$queryRaw<[{ at: Date }]>`SELECT now() AS at`
  expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000)
})

it('a statement that runs away is ended by the server', async () => {
  const [{ limit }] = await db().$queryRaw<[{ limit: string }]>`
    SELECT current_setting('statement_timeout') AS limit`
  expect(limit).toBe('30s')
})

it('reads the relations of an include in a transaction without a warning of the driver', async () => {
  const startsAt = new Date('2026-07-02T10:00:00Z')
  const { id } = await makeBooking({ startsAt, endsAt: addMinutes(startsAt, 60) })
  const booking = await db().$transaction((tx) =>
    tx.booking.findUniqueOrThrow({
      where: { id },
      // The driver lets one wait without a word, so there are several.
      include: { seat: true, user: true, madeBy: true, rule: true },
    }),
  )
  await new Promise(setImmediate)
  expect(booking).toMatchObject({ seat: { id: booking.seatId }, user: { id: booking.userId } })
  expect(warnings).toEqual([])
})

it('goes on after a statement that was refused', async () => {
  const outcomes = await Promise.allSettled([
    db().$transaction([db().$queryRaw`SELECT 1 / 0`, db().$queryRaw`SELECT 1`]),
    db().$queryRaw`SELECT 2 AS n`,
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect(await db().$queryRaw`SELECT 3 AS n`).toEqual([{ n: 3 }])
})
