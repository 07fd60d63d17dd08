import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { makeActor, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import type { Alternative } from './find-alternatives.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { restoreBooking } from './restore-booking.ts'

const now = new Date('2026-11-23T09:07:00Z')
const start = new Date('2026-11-24T09:00:00Z')

function book(actor: UserActor, seatId: string, startsAt: Date, endsAt: Date) {
  return bookSeat(actor, { key: randomUUID(), seatId, startsAt, endsAt }, now)
}

async function makeMembers(count: number): Promise<UserActor[]> {
  return Promise.all(Array.from({ length: count }, () => makeActor()))
}

function refusals(results: PromiseSettledResult<unknown>[]): DomainError[] {
  return results
    .filter((result) => result.status === 'rejected')
    .map(({ reason }) => {
      if (reason instanceof DomainError) return reason
      throw reason
    })
}

describe('fifty members after one seat at once', () => {
  it('one has it, and each of the others is offered something that can be had', async () => {
    const venue = await makeVenue()
    const [seat] = await Promise.all(Array.from({ length: 8 }, () => makeSeat({ venue })))
    const members = await makeMembers(50)
    const end = addMinutes(start, 240)

    const results = await Promise.allSettled(members.map((one) => book(one, seat!.id, start, end)))

    const lost = refusals(results)
    expect(lost).toHaveLength(49)
    expect(await db().booking.count({ where: { seatId: seat!.id } })).toBe(1)
    for (const refusal of lost) {
      expect(refusal).toMatchObject({
        code: 'SEAT_TAKEN',
        details: { seat: seat!.label, from: start, to: end, timeZone: 'Europe/Berlin' },
      })
      expect(refusal.details.alternatives).toHaveLength(3)
    }
    const loser = members[results.findIndex(({ status }) => status === 'rejected')]!
    for (const { seatId, startsAt, endsAt } of lost[0]!.details.alternatives as Alternative[]) {
      const { bookingId } = await book(loser, seatId, startsAt, endsAt)
      await cancelBooking(loser, { key: randomUUID(), bookingId }, now)
    }
  })
})

describe('twenty people after overlapping times of different length, two hundred times', () => {
  const quarters = 24
  let people: UserActor[]
  let seats: string[]
  let round = 0

  beforeAll(async () => {
    const venue = await makeVenue({
      rule: { notBegunLimit: 1_000, bufferMinutes: 5, aheadDays: 366 },
    })
    people = await makeMembers(20)
    const made = await Promise.all([1, 2, 3].map(() => makeSeat({ venue })))
    seats = made.map(({ id }) => id)
  })

  type Wish = { person: number; seat: number; from: number; length: number; then: string }

  // Twenty wishes of twenty people: some wish twice and race against themselves, some change their minds.
  const anyWish: fc.Arbitrary<Wish> = fc.record({
    person: fc.nat(19),
    seat: fc.nat(2),
    from: fc.nat(quarters - 1),
    length: fc.integer({ min: 1, max: 12 }),
    then: fc.constantFrom('stay', 'stay', 'cancel', 'cancel and restore'),
  })

  async function live({ person, seat, from, length, then }: Wish) {
    const actor = people[person]!
    const startsAt = new Date(start.getTime() + round * 24 * hourMs + from * 15 * 60_000)
    const { bookingId } = await book(
      actor,
      seats[seat]!,
      startsAt,
      addMinutes(startsAt, length * 15),
    )
    if (then === 'stay') return
    await cancelBooking(actor, { key: randomUUID(), bookingId }, now)
    if (then === 'cancel') return
    await restoreBooking(actor, { key: randomUUID(), bookingId }, now)
  }

  it('no seat and no person is ever held twice, and nobody sees a deadlock', async () => {
    const before = await countDeadlocks()
    const expected = ['SEAT_TAKEN', 'PERSON_BUSY', 'OWN_BUFFER']
    await fc.assert(
      fc.asyncProperty(fc.array(anyWish, { minLength: 20, maxLength: 20 }), async (wishes) => {
        round++
        const results = await Promise.allSettled(wishes.map(live))
        const codes = refusals(results).map(({ code }) => code)
        expect(codes.filter((code) => !expected.includes(code))).toEqual([])
        expect(await listOverlaps()).toEqual([])
      }),
      { numRuns: 200, endOnFailure: true },
    )
    expect(await countDeadlocks()).toBe(before)
    expect(await db().booking.count({ where: { seatId: { in: seats } } })).toBeGreaterThan(1_000)
  }, 240_000)

  /** Asked of the rows themselves, without the ranges and the indexes of the constraints. */
  async function listOverlaps() {
    return db().$queryRaw`
      SELECT a.id, b.id AS other
      FROM bookings a
      JOIN bookings b ON a.id < b.id AND (
        a.seat_id = b.seat_id AND a.starts_at < b.ends_at + interval '5 min' AND b.starts_at < a.ends_at + interval '5 min'
        OR a.user_id = b.user_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at)
      WHERE a.seat_id = ANY(${seats}::uuid[]) AND b.seat_id = ANY(${seats}::uuid[])
        AND a.cancelled_at IS NULL AND b.cancelled_at IS NULL
        AND a.starts_at >= ${new Date(start.getTime() + round * 24 * hourMs)}::timestamptz`
  }

  async function countDeadlocks(): Promise<number> {
    const [row] = await db().$queryRaw<[{ deadlocks: number }]>`
      SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`
    return row.deadlocks
  }
})

describe('a writer that takes no locks', () => {
  it('is stopped by the constraint, and the refusal is as complete as any other', async () => {
    const venue = await makeVenue()
    const [seat] = await Promise.all([makeSeat({ venue }), makeSeat({ venue })])
    const [bold, careful] = await makeMembers(2)
    const { promise: isWritten, resolve: written } = Promise.withResolvers<void>()
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()

    const writing = db().$transaction(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO bookings (id, seat_id, user_id, made_by_id, rule_id, starts_at, ends_at, occupied_until, release_due_at, made_at)
        VALUES (gen_random_uuid(), ${seat!.id}::uuid, ${bold!.userId}::uuid, ${bold!.userId}::uuid,
          ${venue.bookingRules[0]!.id}::uuid, ${start}, ${addMinutes(start, 60)}, ${addMinutes(start, 60)}, ${start}, ${now})`
      written()
      await mayCommit
    })
    await isWritten
    // The row is not committed, so no check sees it: only the constraint waits for it.
    const booking = book(careful!, seat!.id, start, addMinutes(start, 120)).catch((e: unknown) => e)
    await untilSomebodyWaits()
    commit()
    await writing

    expect(await booking).toMatchObject({
      code: 'SEAT_TAKEN',
      details: {
        seat: seat!.label,
        from: start,
        to: addMinutes(start, 60),
        timeZone: 'Europe/Berlin',
      },
    })
    expect(((await booking) as DomainError).details.alternatives).toHaveLength(3)
  })

  async function untilSomebodyWaits(): Promise<void> {
    for (;;) {
      const waiting = await db().$queryRaw<unknown[]>`
        SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO%bookings%'`
      if (waiting.length > 0) return
    }
  }
})
