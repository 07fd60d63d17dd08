import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { DomainError } from '#lib/errors.ts'
import { makeBooking, makeSeat, makeUser } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { db } from './client.ts'
import { PrismaClient } from './generated/client.ts'
import { isWorthRetrying, translateDatabaseError } from './refusals.ts'
import { transaction } from './transaction.ts'

const startsAt = new Date('2026-11-24T09:00:00Z')
const time = { startsAt, endsAt: addMinutes(startsAt, 60) }

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => expect.unreachable('nothing was thrown'),
    (error: unknown) => error,
  )
}

async function codeOf(work: () => Promise<unknown>): Promise<string | undefined> {
  const error = translateDatabaseError(await thrownBy(work))
  return error instanceof DomainError ? error.code : undefined
}

describe('a constraint', () => {
  it('of overlap is the seat taken or the person busy, through models and through SQL', async () => {
    const { seatId, userId } = await makeBooking(time)
    expect(await codeOf(() => makeBooking({ ...time, seatId }))).toBe('SEAT_TAKEN')
    expect(await codeOf(() => makeBooking({ ...time, userId }))).toBe('PERSON_BUSY')

    const other = await makeBooking({ startsAt: time.endsAt, endsAt: addMinutes(time.endsAt, 60) })
    const move = (data: object) => () => db().booking.update({ where: { id: other.id }, data })
    expect(await codeOf(move({ seatId, startsAt }))).toBe('SEAT_TAKEN')
    const raw = () => db().$executeRaw`
      UPDATE bookings SET user_id = ${userId}::uuid, starts_at = ${startsAt} WHERE id = ${other.id}::uuid`
    expect(await codeOf(raw)).toBe('PERSON_BUSY')
    expect(
      await codeOf(() =>
        transaction((tx) =>
          tx.booking.update({ where: { id: other.id }, data: { seatId, startsAt } }),
        ),
      ),
    ).toBe('SEAT_TAKEN')
  })

  it('of uniqueness is the e-mail taken, through models and through SQL', async () => {
    const { email } = await makeUser()
    expect(await codeOf(() => makeUser({ email }))).toBe('EMAIL_TAKEN')
    const raw = () => db().$executeRaw`
      INSERT INTO users (id, email, name) VALUES (gen_random_uuid(), ${email}, 'Twin')`
    expect(await codeOf(raw)).toBe('EMAIL_TAKEN')
  })

  it('that stands for no refusal is a fault of ours and stays one', async () => {
    const { venueId, label } = await makeSeat()
    const seat = await makeSeat()
    const twin = () => db().seat.update({ where: { id: seat.id }, data: { label, venueId } })
    expect(await codeOf(twin)).toBeUndefined()
    const backwards = () => makeBooking({ ...time, occupiedUntil: addMinutes(startsAt, -5) })
    expect(await codeOf(backwards)).toBeUndefined()
  })

  it('does not turn a refusal into another', () => {
    const refusal = new DomainError('SEAT_WITHDRAWN', { seat: 'A1' })
    expect(translateDatabaseError(refusal)).toBe(refusal)
    expect(translateDatabaseError('a string')).toBe('a string')
  })
})

describe('a deadlock', () => {
  it('is worth another try, and a transaction takes one', async () => {
    const [a, b] = [await makeUser(), await makeUser()]
    let attempts = 0
    const crossing = (first: string, second: string, barrier: Promise<void>, reach: () => void) =>
      transaction(async (tx) => {
        attempts++
        await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${first}::uuid FOR UPDATE`
        reach()
        await barrier
        await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${second}::uuid FOR UPDATE`
      })
    const one = Promise.withResolvers<void>()
    const two = Promise.withResolvers<void>()
    await Promise.all([
      crossing(a.id, b.id, two.promise, one.resolve),
      crossing(b.id, a.id, one.promise, two.resolve),
    ])
    expect(attempts).toBe(3)
  })

  it.each(['40P01', '40001'])(
    'with the state %s is known through models and SQL',
    async (state) => {
      const raise = () => db().$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`)
      expect(isWorthRetrying(await thrownBy(raise))).toBe(true)
      expect(
        isWorthRetrying(
          await thrownBy(() =>
            db().$transaction((tx) =>
              tx.$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`),
            ),
          ),
        ),
      ).toBe(true)
    },
  )

  it('is nothing like a refusal', () => {
    expect(isWorthRetrying(new DomainError('SEAT_TAKEN'))).toBe(false)
    expect(isWorthRetrying(new Error('something else'))).toBe(false)
  })
})

describe('a server that is away', () => {
  async function asked(url: string): Promise<string[]> {
    const adapter = new PrismaPg({ connectionString: url, connectionTimeoutMillis: 500 })
    const client = new PrismaClient({ adapter })
    const ways = [
      () => client.user.count(),
      () => client.$queryRaw`SELECT 1`,
      () => client.$transaction((tx) => tx.user.count()),
    ]
    const codes = []
    for (const way of ways) codes.push((await codeOf(way)) ?? 'not known')
    await client.$disconnect()
    return codes
  }

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    return port
  }

  it.each(['127.0.0.1', 'localhost'])('refuses connections at %s', async (host) => {
    const codes = await asked(`postgresql://postgres@${host}:${await freePort()}/carrel`)
    expect(codes).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'])
  })

  it('has a name that nobody knows', async () => {
    expect(await asked('postgresql://postgres@nowhere.invalid/carrel')).toEqual([
      'UNAVAILABLE',
      'UNAVAILABLE',
      'UNAVAILABLE',
    ])
  })

  it('takes the connection and says nothing, or hangs up', async () => {
    for (const answer of ['silence', 'end'] as const) {
      const server = createServer((socket) => answer === 'end' && socket.destroy())
      server.listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const codes = await asked(`postgresql://postgres@127.0.0.1:${port}/carrel`)
      expect(codes).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'])
      server.close()
    }
  })

  it.each(['57P01', '57P03', '53300', '08006'])('says %s', async (state) => {
    const raise = () => db().$executeRawUnsafe(`DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`)
    expect(await codeOf(raise)).toBe('UNAVAILABLE')
  })

  it.each(['between two statements', 'in a statement'])(
    'ends the session %s of a transaction, and the next transaction gets another',
    async (moment) => {
      const work = () =>
        transaction(async (tx) => {
          const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`
          if (moment === 'between two statements') {
            await endSession(pid)
            await tx.user.count()
          } else {
            await Promise.all([tx.$queryRaw`SELECT pg_sleep(5)::text`, endSession(pid)])
          }
        })
      expect(await codeOf(work)).toBe('UNAVAILABLE')
      expect(await transaction((tx) => tx.user.count())).toBeGreaterThanOrEqual(0)
    },
  )

  async function endSession(pid: number): Promise<void> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    await client.query('SELECT pg_terminate_backend($1)', [pid])
    await client.end()
  }
})
