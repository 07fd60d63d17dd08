import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { systemActor, type UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import {
  BookingModel,
  meet,
  type ModelBooking,
  type Numbers,
  type Place,
} from '#lib/testing/booking-model.ts'
import { makeActor, makeRule, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { bookSeat } from './book-seat.ts'
import { cancelBooking } from './cancel-booking.ts'
import { checkOutOfBooking } from './check-out-of-booking.ts'
import { extendArrival } from './extend-arrival.ts'
import type { Alternative } from './find-alternatives.ts'
import { moveBooking } from './move-booking.ts'
import { releaseBooking } from './release-booking.ts'
import { restoreBooking } from './restore-booking.ts'
import { shortenBooking } from './shorten-booking.ts'
import { undoChange } from './undo-change.ts'

// Midnight in Kathmandu, where the clock never jumps; minutes are counted from here.
const origin = Date.parse('2026-11-23T00:00:00+05:45')
const instant = (minute: number) => new Date(origin + minute * 60_000)
const minuteOf = (time: Date | null) => time && (time.getTime() - origin) / 60_000

const people = 3
const seats = 4
const seed = Date.now() % 1_000_000_000

const anyNumbers: fc.Arbitrary<Numbers> = fc.record({
  step: fc.constantFrom(15, 30),
  shortest: fc.constantFrom(15, 60),
  longest: fc.constantFrom(120, 300),
  ahead: fc.constantFrom(1, 2),
  notice: fc.constantFrom(0, 0, 45),
  change: fc.constantFrom(0, 0, 60),
  limit: fc.constantFrom(1, 2),
  buffer: fc.constantFrom(0, 15),
  grace: fc.constantFrom(15, 20),
  isForVerified: fc.constantFrom(false, false, true),
})

/** Some are backwards, between the steps, too long or at night; most are near one another. */
const anyPlace = fc.record({
  seat: fc.nat(seats - 1),
  from: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -2, max: 24 }).map((quarters) => quarters * 15) },
    // Near enough to come and to leave.
    { weight: 4, arbitrary: fc.constantFrom(-15, 0, 15) },
    { weight: 1, arbitrary: fc.integer({ min: -120, max: 3 * 24 * 60 }) },
  ),
  length: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }).map((quarters) => quarters * 15) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: 400 }) },
  ),
})

const kinds = [
  'book',
  'move',
  'shorten',
  'cancel',
  'restore',
  'undo',
  'extend',
  'arrive',
  'leave',
] as const
const anyCommand = fc.record({
  kind: fc.constantFrom(...kinds, 'book', 'move', 'move', 'arrive', 'leave'),
  person: fc.nat(people - 1),
  /** Which of the person's bookings, counted from the last. */
  which: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(2)),
  place: anyPlace,
  /** Made to fit the rule, or most wishes would fail by their form alone. */
  isFitting: fc.constantFrom(true, true, true, true, false),
})
type Command = {
  kind: (typeof kinds)[number]
  person: number
  which: number
  place: WishedPlace
  isFitting: boolean
}
type WishedPlace = { seat: number; from: number; length: number }

/** Left to chance, few bookings would go a long way. */
const courses = [
  ['book', 'cancel', 'restore'],
  ['book', 'arrive', 'leave'],
  ['book', 'move', 'undo'],
] as const
const anyCourse = fc
  .record({
    course: fc.constantFrom(...courses),
    person: fc.nat(people - 1),
    seat: fc.nat(seats - 1),
  })
  .map(({ course, person, seat }) =>
    course.map((kind, index) => ({
      kind,
      person,
      which: 0,
      place: { seat: (seat + index) % seats, from: 0, length: 60 },
      isFitting: true,
    })),
  )

const anyWait = fc.record({
  kind: fc.constant('wait' as const),
  minutes: fc.integer({ min: 1, max: 100 }),
})
const anyScene = fc.record({ usual: anyNumbers, room: anyNumbers })

/** One life of a small reading room, beside its model. */
class World {
  now = 9 * 60 + 7
  readonly model: BookingModel
  readonly ids = new Map<ModelBooking, string>()
  readonly actors: UserActor[]
  readonly seatIds: string[]
  /** Everything that ever held a seat: what a refusal in the middle of a race may have met. */
  readonly held: (Place & { person: number; occupied: number })[] = []
  #lost: (() => void)[] = []
  /** What each person booked last. */
  readonly #booked = new Map<string, string>()

  constructor(model: BookingModel, actors: UserActor[], seatIds: string[]) {
    this.model = model
    this.actors = actors
    this.seatIds = seatIds
  }

  static async make({ usual, room }: { usual: Numbers; room: Numbers }): Promise<World> {
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      opensMinute: 8 * 60,
      closesMinute: 20 * 60,
    }))
    const venue = await makeVenue({ timeZone: 'Asia/Kathmandu', hours, rule: columnsOf(usual) })
    await makeRule({ venueId: venue.id, kind: 'meetingRoom', ...columnsOf(room) })
    const kindOf = (index: number) => (index < 2 ? 'desk' : 'meetingRoom')
    const made = []
    for (let index = 0; index < seats; index++) {
      made.push(await makeSeat({ venue, kind: kindOf(index) }))
    }
    const isVerified = [true, true, false]
    const actors = await Promise.all(
      isVerified.map((verified) => makeActor({ isVerified: verified })),
    )
    const rules = made.map((_, index) => (kindOf(index) === 'desk' ? usual : room))
    return new World(
      new BookingModel(rules, isVerified),
      actors,
      made.map(({ id }) => id),
    )
  }

  /** Does it for real and in the model; what they say must agree. */
  async run(command: Command, { isAlone }: { isAlone: boolean }): Promise<void> {
    const now = this.now
    const { kind, person } = command
    const own = this.model.bookings.filter((one) => one.person === person)
    const booking = own.at(-1 - command.which)
    if (kind !== 'book' && !booking) return
    if (kind === 'arrive') return this.#arrive(booking!)
    const place = this.#placeOf(command, booking)
    const before = booking && { ...booking, changes: [...booking.changes] }
    const { reasons, learn } = this.#expect(command, booking!, place)
    const refusal = await this.#call(command, booking!, place)
    const told = JSON.stringify({ command, place, now, before })

    if (refusal === null) {
      if (!isAlone) reasons.delete('SEAT_TAKEN')
      expect([...reasons], told).toEqual([])
      learn()
      done.add(kind)
      return
    }
    if (refusal.code === 'SEAT_TAKEN' && !isAlone) {
      // Who won may learn of it later than who lost.
      this.#lost.push(() => expect(this.#wasHeld(command, before, place), told).toBe(true))
    } else expect([...reasons], told).toContain(refusal.code)
    if (isAlone) this.#judgeAlternatives(refusal, command, booking, told)
  }

  #placeOf({ kind, place, isFitting }: Command, booking: ModelBooking | undefined): Place {
    const wished = placeOf(place, this.now)
    if (!isFitting) return wished
    if (kind === 'shorten') {
      const { start, end, rule } = booking!
      return { ...wished, end: Math.max(end - rule.step, start + rule.shortest) }
    }
    const { step, shortest, longest, notice } = this.model.rule(wished.seat)
    const upTo = (minutes: number) => Math.ceil(minutes / step) * step
    const earliest = notice > 0 ? upTo(this.now + notice) : this.now - (this.now % step)
    const start = Math.max(upTo(wished.start), earliest)
    const length = Math.min(Math.max(upTo(place.length), upTo(shortest)), longest)
    return { seat: wished.seat, start, end: start + length }
  }

  #expect({ kind, person }: Command, booking: ModelBooking, place: Place) {
    const { model, now } = this
    const fixed = kind === 'book' ? null : model.fixed(booking, now)
    const learn = (change: () => void) => () => {
      change()
      this.#hold(this.model.bookings.at(-1)!)
      if (booking) this.#hold(booking)
    }
    const only = (...codes: (string | false | null)[]) =>
      new Set(codes.filter((code) => code !== false && code !== null))
    const isHere = booking?.checkedIn !== null && kind !== 'book'
    const isLate = kind !== 'book' && model.isTooLate(booking, now)
    switch (kind) {
      case 'book':
        return {
          reasons: model.against(person, place, now),
          learn: learn(() => {
            const id = this.#booked.get(this.actors[person]!.userId)!
            this.ids.set(model.book(person, place, now), id)
          }),
        }
      case 'move': {
        const isSameStart = place.start === booking.start
        const reasons = fixed
          ? only(fixed)
          : isHere
            ? only('MOVE_CHECKED_IN')
            : isLate
              ? only('CHANGE_TOO_LATE')
              : isSame(booking, place)
                ? only('MOVE_CHANGES_NOTHING')
                : model.against(person, place, now, { except: booking, mayHaveBegun: isSameStart })
        if (!fixed && !isHere && !isLate && isSameStart && place.end <= now)
          reasons.add('END_IN_PAST')
        return { reasons, learn: learn(() => model.move(booking, place, now)) }
      }
      case 'shorten': {
        const { rule, start } = booking
        const { end } = place
        const reasons = fixed
          ? only(fixed)
          : only(
              !isHere && isLate && 'CHANGE_TOO_LATE',
              end >= booking.end && 'NOT_EARLIER',
              end <= start && 'END_BEFORE_START',
              (end % rule.step !== 0 || start % rule.step !== 0) && 'NOT_ON_STEP',
              end > start && end - start < rule.shortest && 'TOO_SHORT',
              end - start > rule.longest && 'TOO_LONG',
              end < now && 'END_IN_PAST',
            )
        return { reasons, learn: learn(() => model.shorten(booking, end, now)) }
      }
      case 'undo': {
        const back = booking.changes.at(-1)
        const isElsewhere = back && (back.seat !== booking.seat || back.start !== booking.start)
        const reasons = !back
          ? only('NOTHING_TO_UNDO')
          : fixed
            ? only(fixed)
            : only(
                isHere && isElsewhere! && 'MOVE_CHECKED_IN',
                !isHere && isLate && 'CHANGE_TOO_LATE',
                back.end <= now && 'UNDO_TIME_PASSED',
                ...model.against(person, back, now, { except: booking, mayHaveBegun: true }),
              )
        return { reasons, learn: learn(() => model.undo(booking, now)) }
      }
      case 'cancel':
        return {
          reasons: fixed
            ? only(fixed)
            : only(isHere && 'BOOKING_CHECKED_IN', isLate && !isHere && 'CHANGE_TOO_LATE'),
          learn: learn(() => (booking.fate = 'cancelled')),
        }
      case 'restore':
        return {
          reasons:
            booking.fate !== 'cancelled'
              ? only('BOOKING_NOT_CANCELLED')
              : booking.end <= now
                ? only('BOOKING_ENDED')
                : booking.due <= now
                  ? only('RESTORE_TOO_LATE')
                  : model.against(person, booking, now, { except: booking, mayHaveBegun: true }),
          learn: learn(() => model.restore(booking)),
        }
      case 'extend':
        return {
          reasons: fixed
            ? only(fixed)
            : only(isHere && 'EXTEND_CHECKED_IN', booking.extended && 'ALREADY_EXTENDED'),
          learn: learn(() => model.extend(booking, now)),
        }
      default:
        return {
          reasons: only(
            !isHere && 'NOT_CHECKED_IN',
            booking.left !== null && 'ALREADY_LEFT',
            now >= booking.end && 'BOOKING_ENDED',
          ),
          learn: learn(() => model.leave(booking, now)),
        }
    }
  }

  async #call(command: Command, booking: ModelBooking, place: Place): Promise<DomainError | null> {
    const actor = this.actors[command.person]!
    const now = instant(this.now)
    const keyed = { key: randomUUID(), bookingId: this.ids.get(booking)! }
    const times = { startsAt: instant(place.start), endsAt: instant(place.end) }
    const seatId = this.seatIds[place.seat]!
    const calls = {
      book: async () => {
        const wish = { key: keyed.key, seatId, ...times }
        this.#booked.set(actor.userId, (await bookSeat(actor, wish, now)).bookingId)
      },
      move: () => moveBooking(actor, { ...keyed, seatId, ...times }, now),
      shorten: () => shortenBooking(actor, { ...keyed, endsAt: times.endsAt }, now),
      cancel: () => cancelBooking(actor, keyed, now),
      restore: () => restoreBooking(actor, keyed, now),
      undo: () => undoChange(actor, keyed, now),
      extend: () => extendArrival(actor, keyed, now),
      leave: () => checkOutOfBooking(actor, keyed, now),
    }
    try {
      await calls[command.kind as keyof typeof calls]()
      return null
    } catch (error) {
      if (error instanceof DomainError) return error
      throw error
    }
  }

  #judgeAlternatives(
    { details }: DomainError,
    { kind, person }: Command,
    booking: ModelBooking | undefined,
    told: string,
  ): void {
    const isChange = kind === 'move' || kind === 'undo'
    for (const one of (details.alternatives ?? []) as Alternative[]) {
      const place = {
        seat: this.seatIds.indexOf(one.seatId),
        start: minuteOf(one.startsAt)!,
        end: minuteOf(one.endsAt)!,
      }
      const except = isChange ? booking : undefined
      const reasons = this.model.against(person, place, this.now, { except })
      offered++
      expect([...reasons], `${JSON.stringify(place)} offered in ${told}`).toEqual([])
      if (except) expect(isSame(except, place), told).toBe(false)
    }
  }

  #wasHeld({ kind, person }: Command, booking: ModelBooking | undefined, place: Place): boolean {
    const wish = kind === 'undo' ? booking!.changes.at(-1)! : kind === 'restore' ? booking! : place
    const until = wish.end + this.model.rule(wish.seat).buffer
    return this.held.some(
      (one) =>
        one.person !== person &&
        one.seat === wish.seat &&
        meet(wish.start, until, one.start, one.occupied),
    )
  }

  #hold({ person, seat, start, end, occupied }: ModelBooking): void {
    this.held.push({ person, seat, start, end, occupied })
  }

  async #arrive(booking: ModelBooking): Promise<void> {
    const isPossible =
      booking.fate === 'stands' &&
      booking.checkedIn === null &&
      this.now >= booking.start - 15 &&
      this.now < booking.end
    if (!isPossible) return
    booking.checkedIn = this.now
    const { userId } = this.actors[booking.person]!
    await db().booking.update({
      where: { id: this.ids.get(booking)! },
      data: { checkedInAt: instant(this.now), checkedInById: userId },
    })
  }

  async wait(minutes: number): Promise<void> {
    this.now += minutes
    const due = this.model.release(this.now)
    for (const [booking, bookingId] of this.ids) {
      const isReleased = await releaseBooking(
        systemActor('worker'),
        { bookingId },
        instant(this.now),
      )
      expect(isReleased).toBe(due.includes(booking))
    }
  }

  /** The rows are what the model says, and nobody and nothing is held twice. */
  async compare(): Promise<void> {
    for (const judge of this.#lost.splice(0)) judge()
    const rows = await db().booking.findMany({ where: { seatId: { in: this.seatIds } } })
    expect(rows).toHaveLength(this.model.bookings.length)
    for (const [booking, id] of this.ids) {
      const row = rows.find((one) => one.id === id)!
      expect({
        seat: this.seatIds.indexOf(row.seatId),
        start: minuteOf(row.startsAt),
        end: minuteOf(row.endsAt),
        occupied: minuteOf(row.occupiedUntil),
        due: minuteOf(row.releaseDueAt),
        left: minuteOf(row.leftAt),
        fate: row.cancelledAt ? 'cancelled' : row.releasedAt ? 'released' : 'stands',
      }).toEqual({
        seat: booking.seat,
        start: booking.start,
        end: booking.end,
        occupied: booking.occupied,
        due: booking.due,
        left: booking.left,
        fate: booking.fate,
      })
    }
    const standing = this.model.bookings.filter(({ fate }) => fate === 'stands')
    for (const [index, one] of standing.entries()) {
      for (const other of standing.slice(index + 1)) {
        const isOneSeat = one.seat === other.seat
        expect(isOneSeat && meet(one.start, one.occupied, other.start, other.occupied)).toBe(false)
        const lasts = (of: ModelBooking) => Math.max(of.start, of.left ?? of.end)
        const isOnePerson = one.person === other.person
        expect(isOnePerson && meet(one.start, lasts(one), other.start, lasts(other))).toBe(false)
      }
    }
  }
}

function columnsOf(numbers: Numbers) {
  return {
    stepMinutes: numbers.step,
    shortestMinutes: numbers.shortest,
    longestMinutes: numbers.longest,
    aheadDays: numbers.ahead,
    noticeMinutes: numbers.notice,
    changeMinutes: numbers.change,
    notBegunLimit: numbers.limit,
    bufferMinutes: numbers.buffer,
    graceMinutes: numbers.grace,
    isForVerified: numbers.isForVerified,
  }
}

function placeOf({ seat, from, length }: WishedPlace, now: number): Place {
  const start = now - (now % 15) + from
  return { seat, start, end: start + length }
}

function isSame(a: Place, b: Place): boolean {
  return a.seat === b.seat && a.start === b.start && a.end === b.end
}

/** What came to pass: a program in which nothing does would prove nothing. */
const done = new Set<string>()
let offered = 0

const bounded = { seed, interruptAfterTimeLimit: 15_000, endOnFailure: false }

it(`one after another: whatever a member does ends as the model says (seed ${seed})`, async () => {
  const anyTurn = fc.oneof(
    { weight: 6, arbitrary: anyCommand.map((command) => [command]) },
    { weight: 1, arbitrary: anyWait.map((wait) => [wait]) },
    { weight: 1, arbitrary: anyCourse },
  )
  const anyProgram = fc
    .array(anyTurn, { minLength: 5, maxLength: 30, size: 'max' })
    .map((turns) => turns.flat())
  await fc.assert(
    fc.asyncProperty(anyScene, anyProgram, async (scene, program) => {
      const world = await World.make(scene)
      for (const command of program) {
        if (command.kind === 'wait') await world.wait(command.minutes)
        else await world.run(command as Command, { isAlone: true })
      }
      await world.compare()
    }),
    { ...bounded, numRuns: 90 },
  )
  expect([...done].toSorted()).toEqual(kinds.filter((kind) => kind !== 'arrive').toSorted())
  expect(offered).toBeGreaterThan(50)
}, 60_000)

it(`at the same time: nothing is held twice, and every refusal has its reason (seed ${seed})`, async () => {
  const anyRound = fc.array(anyCommand, { minLength: 6, maxLength: 12, size: 'max' })
  const anyProgram = fc.array(fc.tuple(anyRound, fc.integer({ min: 0, max: 60 })), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(anyScene, anyProgram, async (scene, program) => {
      const world = await World.make(scene)
      for (const [round, minutes] of program) {
        // Each person does one thing after another, all of them at once.
        const lines = Array.from({ length: people }, async (_, person) => {
          for (const command of round.filter((one) => one.person === person)) {
            await world.run(command as Command, { isAlone: false })
          }
        })
        await Promise.all(lines)
        await world.compare()
        await world.wait(minutes)
      }
    }),
    { ...bounded, numRuns: 40 },
  )
}, 60_000)
