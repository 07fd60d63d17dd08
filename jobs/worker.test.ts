import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { db } from '#lib/db/client.ts'
import { enqueue } from '#lib/queue/boss.ts'
import { forgetQueue, releaseBookingQueue, sweepQueue } from '#lib/queue/definitions.ts'
import { startEachTestEmpty } from '#lib/testing/database.ts'
import { makeActor, makeBooking, makeSeat, makeUser, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'

startEachTestEmpty()

const workers: ChildProcess[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
})

/** The process as it runs in production, on this test's database. */
async function startWorker(env: Record<string, string> = {}): Promise<ChildProcess> {
  const worker = fork('lib/launch/worker.ts', {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'A'.repeat(43) + '=', ...env },
  })
  workers.push(worker)
  let said = ''
  for (const stream of [worker.stdout!, worker.stderr!]) stream.on('data', (text) => (said += text))
  await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}: ${said}`))),
  ])
  return worker
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(50)
}

/** Members who did not come half an hour ago, each on a seat of their own, with the jobs that release them. */
async function makeNoShows(count: number, { withJobs = true } = {}): Promise<string[]> {
  const venue = await makeVenue()
  const startsAt = addMinutes(new Date(), -30)
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const [seat, user] = await Promise.all([makeSeat({ venue }), makeUser()])
    const time = { startsAt, endsAt: addMinutes(startsAt, 120) }
    ids.push((await makeBooking({ ...time, seatId: seat.id, userId: user.id })).id)
  }
  if (withJobs) {
    await db().$transaction(async (tx) => {
      for (const bookingId of ids) await enqueue(tx, releaseBookingQueue, { bookingId })
    })
  }
  return ids
}

async function countReleased(): Promise<number> {
  return db().booking.count({ where: { releasedAt: { not: null } } })
}

it('killed while it releases a hundred no-shows and started again, it releases each once', async () => {
  const ids = await makeNoShows(100)
  const first = await startWorker()

  // Holding a row stops the worker in the middle of a batch: some jobs done, one in hand, the rest waiting.
  const { promise: isDead, resolve: dead } = Promise.withResolvers<void>()
  const holding = db().$transaction(
    async (tx) => {
      const held = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM bookings WHERE id = ANY(${ids.slice(40)}::uuid[]) AND released_at IS NULL
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`
      expect(held).toHaveLength(1)
      await isDead
    },
    { timeout: 20_000 },
  )
  await until(async () => {
    const waiting = await db().$queryRaw<unknown[]>`
      SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%released_at%'`
    return waiting.length > 0
  })
  first.kill('SIGKILL')
  await once(first, 'exit')
  const releasedByFirst = await countReleased()
  dead()
  await holding
  expect(releasedByFirst).toBeGreaterThan(0)
  expect(releasedByFirst).toBeLessThan(100)

  await startWorker()
  await until(async () => (await countReleased()) === 100)
  const audit = await db().auditEntry.findMany({ where: { action: 'booking.release' } })
  expect(audit.map(({ subjectId }) => subjectId).toSorted()).toEqual(ids.toSorted())
  expect(audit.every(({ actorId }) => actorId === null)).toBe(true)
}, 90_000)

it('releases at the due time, which no notification tells, and gives signs of life', async () => {
  await startWorker()
  const [bookingId] = await makeNoShows(1, { withJobs: false })
  const dueAt = new Date(Date.now() + 1_500)
  await db().booking.update({ where: { id: bookingId! }, data: { releaseDueAt: dueAt } })
  await db().$transaction((tx) =>
    enqueue(tx, releaseBookingQueue, { bookingId: bookingId! }, { startAfter: dueAt }),
  )
  await until(async () => (await countReleased()) === 1)
  expect(Date.now() - dueAt.getTime()).toBeLessThan(4_000)
  const beat = await db().heartbeat.findUniqueOrThrow({ where: { process: 'worker' } })
  expect(Date.now() - beat.beatAt.getTime()).toBeLessThan(11_000)
})

it('sweeps up no-shows whose jobs were lost', async () => {
  await makeNoShows(3, { withJobs: false })
  await startWorker()
  await db().$transaction((tx) => enqueue(tx, sweepQueue, {}, { singletonKey: 'test' }))
  await until(async () => (await countReleased()) >= 3)
  expect(await countReleased()).toBe(3)
})

it('forgets old request keys, and sessions that ran out', async () => {
  const { userId, sessionId } = await makeActor()
  const over = await makeActor()
  await db().session.update({ where: { id: over.sessionId }, data: { expiresAt: new Date() } })
  const keys = [8, 6].map((days) => ({
    userId,
    key: crypto.randomUUID(),
    operation: 'test',
    inputHash: '',
    createdAt: new Date(Date.now() - days * 24 * hourMs),
  }))
  await db().requestKey.createMany({ data: keys })
  await startWorker()
  await db().$transaction((tx) => enqueue(tx, forgetQueue, {}, { singletonKey: 'test' }))
  await until(async () => (await db().session.count()) === 1)
  expect(await db().session.findFirst()).toMatchObject({ id: sessionId })
  expect(await db().requestKey.findMany()).toMatchObject([{ key: keys[1]!.key }])
})

it('outlives a database that goes away, and takes jobs again when it is back', async () => {
  const line = await openLine()
  const url = line.through(process.env.DATABASE_URL!)
  const worker = await startWorker({ DATABASE_URL: url, DATABASE_DIRECT_URL: url })
  await until(async () => (await db().heartbeat.count()) === 1)

  line.cut()
  await makeNoShows(5)
  await sleep(10_000)
  expect(worker.exitCode).toBeNull()
  expect(await countReleased()).toBe(0)

  const backAt = new Date()
  await line.mend()
  await until(async () => (await countReleased()) === 5)
  await until(async () => (await db().heartbeat.findFirstOrThrow()).beatAt > backAt)
  worker.kill('SIGTERM')
  await once(worker, 'exit')
  line.cut()
}, 60_000)

it.each(['SIGTERM', 'disconnect'] as const)('ends in good order on %s', async (wish) => {
  const worker = await startWorker()
  const end = once(worker, 'exit')
  if (wish === 'disconnect') worker.disconnect()
  else worker.kill(wish)
  expect(await end).toEqual([0, null])
})

it('does not start without its database, and says so by its exit code', async () => {
  const { port } = await freePort()
  const url = `postgresql://postgres@127.0.0.1:${port}/carrel`
  const nowhere = { DATABASE_URL: url, DATABASE_DIRECT_URL: url }
  await expect(startWorker(nowhere)).rejects.toThrow(/^ended with 1: .*ECONNREFUSED/s)
})

async function freePort(): Promise<AddressInfo> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  server.close()
  return address
}

/** A line to the server that can be cut and mended. */
async function openLine() {
  const target = new URL(process.env.DATABASE_URL!)
  const sockets = new Set<Socket>()
  const accept = (near: Socket) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
    }
    near.pipe(far).pipe(near)
  }
  let server = createServer(accept).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    through: (url: string) => Object.assign(new URL(url), { hostname: '127.0.0.1', port }).href,
    cut() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    async mend() {
      server = createServer(accept).listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
