import { describe, expect, it } from 'vitest'
import { makeActor, makeBooking, makeSeat, makeUser, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes, hourMs } from '#lib/time.ts'
import { db } from './client.ts'

/** What Prisma's schema cannot say, and what the code relies on. */
const expected = {
  bookings: [
    'booking_at_most_a_day',
    'booking_cancelled_by_someone',
    'booking_checked_in_by_someone',
    'booking_extended_before_fate',
    'booking_left_after_check_in',
    'booking_left_by_someone',
    'booking_occupied_to_its_end',
    'booking_one_fate',
    'booking_order',
    'booking_person_overlap',
    'booking_seat_overlap',
    'booking_withdrawn_is_cancelled',
  ],
  booking_changes: ['booking_change_order'],
  booking_rules: ['booking_rule_more_numbers', 'booking_rule_numbers'],
  closures: ['closure_order'],
  floors: ['floor_of_venue', 'floor_size'],
  mail_links: ['mail_link_of_person', 'mail_link_one_end', 'mail_link_used_in_time'],
  opening_hours: ['opening_hours_order', 'opening_hours_overlap', 'opening_hours_weekday'],
  pictures: ['picture_size'],
  seats: ['seat_on_floor_of_venue', 'seat_turn'],
  tickets: ['ticket_assigned_to_someone', 'ticket_closed_by_someone'],
  users: ['user_email_lower_case', 'user_erased_whole', 'user_verified_by_someone'],
  withdrawals: ['withdrawal_of_one_thing', 'withdrawal_undone_by_someone'],
}

describe('the catalogue of the database', () => {
  it('has every constraint that the code relies on, and each is valid', async () => {
    const rows = await db().$queryRaw<{ table: string; name: string }[]>`
      SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND convalidated
        AND (contype IN ('c', 'x') OR conname IN ('floor_of_venue', 'seat_on_floor_of_venue'))
      ORDER BY conname`
    const found = Object.groupBy(rows, ({ table }) => table)
    const names = Object.entries(found).map(([table, own]) => [table, own!.map(({ name }) => name)])
    expect(Object.fromEntries(names)).toMatchObject(expected)
  })

  it('excludes overlaps of seat and person for all that was neither cancelled nor released', async () => {
    const rows = await db().$queryRaw<{ name: string; definition: string }[]>`
      SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conname IN ('booking_seat_overlap', 'booking_person_overlap') ORDER BY conname`
    const [person, seat] = rows.map(({ definition }) => definition)
    expect(person).toMatch(
      /^EXCLUDE USING gist \(user_id WITH =, tstzrange\(.*left_at.*\) WITH &&\)/,
    )
    expect(seat).toMatch(
      /^EXCLUDE USING gist \(seat_id WITH =, tstzrange\(starts_at, occupied_until, .*\) WITH &&\)/,
    )
    for (const definition of [person, seat]) {
      expect(definition).toMatch(
        /WHERE \(\(\(cancelled_at IS NULL\) AND \(released_at IS NULL\)\)\)$/,
      )
    }
  })

  it('answers who is overdue from an index of those without a fate', async () => {
    const [index] = await db().$queryRaw<[{ definition: string }]>`
      SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'bookings_release_due'`
    expect(index.definition).toMatch(
      /\(release_due_at\) WHERE .*cancelled_at IS NULL.*released_at IS NULL.*checked_in_at IS NULL/,
    )
  })
})

describe('the database refuses, whoever writes', () => {
  const startsAt = new Date('2026-11-24T09:00:00Z')
  const hour = (hours: number) => new Date(startsAt.getTime() + hours * hourMs)
  const time = { startsAt, endsAt: hour(2) }

  async function refuses(work: Promise<unknown>, constraint: string): Promise<void> {
    await expect(work).rejects.toThrow(constraint)
  }

  it('a second booking of a seat, up to the buffer and no further', async () => {
    const seatId = (await makeSeat()).id
    await makeBooking({ ...time, seatId, occupiedUntil: addMinutes(hour(2), 10) })
    const late = { seatId, startsAt: addMinutes(hour(2), 9), endsAt: hour(3) }
    await refuses(makeBooking(late), 'booking_seat_overlap')
    await makeBooking({ ...late, startsAt: addMinutes(hour(2), 10) })
  })

  it('a second seat of a person, until they leave', async () => {
    const { userId } = await makeActor()
    const by = { checkedInAt: startsAt, checkedInById: userId }
    const booking = await makeBooking({ ...time, ...by, userId })
    const second = { userId, startsAt: hour(1), endsAt: hour(2) }
    await refuses(makeBooking(second), 'booking_person_overlap')
    const leave = { leftAt: hour(1), leftById: userId, occupiedUntil: hour(1) }
    await db().booking.update({ where: { id: booking.id }, data: leave })
    await makeBooking(second)
  })

  it.each([
    [
      'an end that is not after the start',
      { endsAt: startsAt, occupiedUntil: hour(1) },
      'booking_order',
    ],
    ['more than a day', { endsAt: addMinutes(hour(24), 1) }, 'booking_at_most_a_day'],
    ['a seat given up before the end', { occupiedUntil: hour(1) }, 'booking_occupied_to_its_end'],
    ['a check-in by nobody', { checkedInAt: startsAt }, 'booking_checked_in_by_someone'],
    ['a cancelling by nobody', { cancelledAt: startsAt }, 'booking_cancelled_by_someone'],
  ])('%s', async (_case, given, constraint) => {
    await refuses(makeBooking({ ...time, ...given }), constraint)
  })

  it('a leave without a check-in', async () => {
    const { userId } = await makeActor()
    const left = { ...time, leftAt: hour(1), leftById: userId }
    await refuses(makeBooking(left), 'booking_left_after_check_in')
  })

  it('a leave by nobody', async () => {
    const { userId } = await makeActor()
    const came = { ...time, checkedInAt: startsAt, checkedInById: userId }
    await refuses(makeBooking({ ...came, leftAt: hour(1) }), 'booking_left_by_someone')
  })

  it('two fates', async () => {
    const { userId } = await makeActor()
    const cancelled = { cancelledAt: startsAt, cancelledById: userId }
    const both = { ...time, ...cancelled, releasedAt: startsAt }
    await refuses(makeBooking(both), 'booking_one_fate')
    const came = { checkedInAt: startsAt, checkedInById: userId, releasedAt: startsAt }
    await refuses(makeBooking({ ...time, ...came }), 'booking_one_fate')
  })

  it('a leave before the check-in', async () => {
    const { userId } = await makeActor()
    const facts = {
      checkedInAt: hour(1),
      checkedInById: userId,
      leftAt: startsAt,
      leftById: userId,
    }
    await refuses(makeBooking({ ...time, ...facts }), 'booking_left_after_check_in')
  })

  it('a seat on the floor of another venue', async () => {
    const [here, there] = [await makeVenue(), await makeVenue()]
    const astray = makeSeat({ venue: here, floorId: there.floors[0]!.id })
    await refuses(astray, 'seat_on_floor_of_venue')
  })

  it('hours that overlap, lie outside the day, or run backwards', async () => {
    const venue = await makeVenue({ hours: [{ weekday: 1, opensMinute: 540, closesMinute: 720 }] })
    const add = (weekday: number, opensMinute: number, closesMinute: number) =>
      db().openingHours.create({ data: { venueId: venue.id, weekday, opensMinute, closesMinute } })
    await refuses(add(1, 700, 800), 'opening_hours_overlap')
    await refuses(add(2, 700, 1441), 'opening_hours_order')
    await refuses(add(2, 700, 700), 'opening_hours_order')
    await refuses(add(8, 540, 720), 'opening_hours_weekday')
    await add(1, 720, 800)
  })

  it('an address in capitals, and a verification by nobody', async () => {
    await refuses(makeUser({ email: 'Somebody@example.com' }), 'user_email_lower_case')
    await refuses(makeUser({ verifiedAt: startsAt }), 'user_verified_by_someone')
  })
})
