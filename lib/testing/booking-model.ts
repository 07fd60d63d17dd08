/**
 * The rules of bookings told once more, as simply as can be: minutes since a midnight, a list, and no sharing with the code
 * that it judges. Every day is open from 8 to 20; the clock never jumps.
 */
export type Numbers = {
  step: number
  shortest: number
  longest: number
  ahead: number
  notice: number
  change: number
  limit: number
  buffer: number
  grace: number
  isForVerified: boolean
}

export type Place = { seat: number; start: number; end: number }

export type ModelBooking = Place & {
  person: number
  made: number
  due: number
  occupied: number
  rule: Numbers
  fate: 'stands' | 'cancelled' | 'released'
  checkedIn: number | null
  left: number | null
  extended: boolean
  changes: (Place & { at: number })[]
}

const day = 24 * 60
const opens = 8 * 60
const closes = 20 * 60
const undoMinutes = 5
const moreMinutes = 15

export class BookingModel {
  readonly bookings: ModelBooking[] = []
  readonly #ruleOfSeat: Numbers[]
  readonly #isVerified: boolean[]

  constructor(ruleOfSeat: Numbers[], isVerified: boolean[]) {
    this.#ruleOfSeat = ruleOfSeat
    this.#isVerified = isVerified
  }

  rule(seat: number): Numbers {
    return this.#ruleOfSeat[seat]!
  }

  /** Everything that stands against a place; nothing when it can be had. */
  against(
    person: number,
    { seat, start, end }: Place,
    now: number,
    { mayHaveBegun = false, except }: { mayHaveBegun?: boolean; except?: ModelBooking } = {},
  ): Set<string> {
    const rule = this.rule(seat)
    const reasons = new Set<string>()
    const refuse = (code: string, holds: boolean) => holds && reasons.add(code)
    refuse('END_BEFORE_START', end <= start)
    refuse('NOT_ON_STEP', start % rule.step !== 0 || end % rule.step !== 0)
    refuse('TOO_SHORT', end > start && end - start < rule.shortest)
    refuse('TOO_LONG', end - start > rule.longest)
    refuse('START_IN_PAST', !mayHaveBegun && start < now - (now % rule.step))
    refuse('TOO_SOON', !mayHaveBegun && rule.notice > 0 && start < now + rule.notice)
    refuse('TOO_FAR_AHEAD', Math.floor(start / day) > Math.floor(now / day) + rule.ahead)
    const midnight = Math.floor(start / day) * day
    refuse('OUTSIDE_OPENING_HOURS', start < midnight + opens || end > midnight + closes)
    refuse('VERIFIED_ONLY', rule.isForVerified && !this.#isVerified[person])

    const others = this.bookings.filter((one) => one.fate === 'stands' && one !== except)
    const own = others.filter((one) => one.person === person)
    const waiting = own.filter(
      (one) => one.start > now && one.checkedIn === null && this.rule(one.seat) === rule,
    )
    refuse('NOT_BEGUN_LIMIT', start > now && waiting.length >= rule.limit)
    refuse(
      'PERSON_BUSY',
      own.some((one) => meet(start, end, one.start, lastOf(one))),
    )
    const inTheWay = others.filter(
      (one) => one.seat === seat && meet(start, end + rule.buffer, one.start, one.occupied),
    )
    refuse(
      'OWN_BUFFER',
      inTheWay.some((one) => one.person === person),
    )
    refuse(
      'SEAT_TAKEN',
      inTheWay.some((one) => one.person !== person),
    )
    return reasons
  }

  /** What stands against changing a booking at all. */
  fixed(booking: ModelBooking, now: number): string | null {
    if (booking.fate === 'cancelled') return 'BOOKING_CANCELLED'
    if (booking.fate === 'released') return 'BOOKING_RELEASED'
    return booking.left !== null || booking.end <= now ? 'BOOKING_ENDED' : null
  }

  isTooLate({ rule, start, made, changes }: ModelBooking, now: number): boolean {
    const done = changes.at(-1)?.at ?? made
    return rule.change > 0 && now > start - rule.change && now >= done + undoMinutes
  }

  book(person: number, place: Place, now: number): ModelBooking {
    const rule = this.rule(place.seat)
    const booking: ModelBooking = {
      ...place,
      person,
      rule,
      made: now,
      due: Math.max(place.start, now) + rule.grace,
      occupied: place.end + rule.buffer,
      fate: 'stands',
      checkedIn: null,
      left: null,
      extended: false,
      changes: [],
    }
    this.bookings.push(booking)
    return booking
  }

  move(booking: ModelBooking, place: Place, now: number): void {
    const { seat, start, end } = booking
    this.#put(booking, place, now)
    booking.changes.push({ seat, start, end, at: now })
  }

  shorten(booking: ModelBooking, end: number, now: number): void {
    const { seat, start } = booking
    booking.changes.push({ seat, start, end: booking.end, at: now })
    booking.end = end
    booking.occupied = end + booking.rule.buffer
  }

  undo(booking: ModelBooking, now: number): void {
    const { seat, start, end } = booking.changes.pop()!
    this.#put(booking, { seat, start, end }, now)
  }

  restore(booking: ModelBooking): void {
    booking.rule = this.rule(booking.seat)
    booking.fate = 'stands'
    booking.occupied = booking.end + booking.rule.buffer
  }

  extend(booking: ModelBooking, now: number): void {
    booking.due = Math.max(booking.due, now) + moreMinutes
    booking.extended = true
  }

  leave(booking: ModelBooking, now: number): void {
    booking.left = now
    booking.occupied = Math.max(booking.start, now) + booking.rule.buffer
  }

  release(now: number): ModelBooking[] {
    const due = this.bookings.filter(
      (one) => one.fate === 'stands' && one.checkedIn === null && one.due <= now,
    )
    for (const booking of due) booking.fate = 'released'
    return due
  }

  #put(booking: ModelBooking, place: Place, now: number): void {
    const rule = this.rule(place.seat)
    const due =
      booking.start <= now
        ? Math.max(booking.due, place.start + rule.grace)
        : Math.max(place.start, now) + rule.grace
    if (due !== booking.due) booking.extended = false
    Object.assign(booking, { ...place, rule, due, occupied: place.end + rule.buffer })
  }
}

/** A booking that was left before it began holds nobody. */
function lastOf({ start, end, left }: ModelBooking): number {
  return Math.max(start, left ?? end)
}

export function meet(from: number, to: number, otherFrom: number, otherTo: number): boolean {
  return from < to && otherFrom < otherTo && from < otherTo && otherFrom < to
}
