import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { boundsOfDay } from '#lib/time.ts'
import { getVenueTimes } from '#lib/venues/queries.ts'
import { stateOfBooking, type BookingState } from './policy.ts'
import { bookingsOnPage, type BookingListQuery } from './schema.ts'

const select = {
  id: true,
  startsAt: true,
  endsAt: true,
  madeAt: true,
  checkedInAt: true,
  leftAt: true,
  cancelledAt: true,
  releasedAt: true,
  user: { select: { id: true, name: true, email: true, verifiedAt: true } },
  madeBy: { select: { id: true, name: true } },
  cancelledBy: { select: { id: true, name: true } },
  seat: {
    select: {
      id: true,
      label: true,
      kind: true,
      floor: { select: { name: true } },
      venue: { select: { id: true, slug: true, name: true, timeZone: true } },
    },
  },
} satisfies Prisma.BookingSelect

export type StaffBooking = Prisma.BookingGetPayload<{ select: typeof select }> & {
  state: BookingState
}

export type BookingPage = {
  bookings: StaffBooking[]
  count: number
  /** What the next page begins after; null on the last. */
  after: string | null
}

/** The bookings of a venue for staff, by filter, in order of their start, a page at a time. */
export async function listBookings(
  actor: Actor,
  query: BookingListQuery,
  now: Date,
): Promise<BookingPage> {
  assertCan(actor, 'booking.manage')
  const where = await whereOf(query, now)
  const cursor = query.after ? cursorOf(query.after) : null
  const [rows, count] = await Promise.all([
    db().booking.findMany({
      where: cursor ? { AND: [where, cursor] } : where,
      select,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: bookingsOnPage + 1,
    }),
    db().booking.count({ where }),
  ])
  const bookings = rows
    .slice(0, bookingsOnPage)
    .map((booking) => ({ ...booking, state: stateOfBooking(booking, now) }))
  const last = rows.length > bookingsOnPage ? bookings.at(-1) : undefined
  return { bookings, count, after: last ? `${last.startsAt.toISOString()}_${last.id}` : null }
}

async function whereOf(
  { venueId, day, state, person }: BookingListQuery,
  now: Date,
): Promise<Prisma.BookingWhereInput> {
  const { timeZone } = await getVenueTimes(venueId)
  const bounds = day ? boundsOfDay(day, timeZone) : null
  return {
    AND: [
      { seat: { venueId } },
      bounds ? { startsAt: { lt: bounds.to }, endsAt: { gt: bounds.from } } : {},
      state ? whereState(state, now) : {},
      person ? { user: wherePerson(person) } : {},
    ],
  }
}

/** The same as `stateOfBooking`, asked of the database. */
function whereState(state: BookingState, now: Date): Prisma.BookingWhereInput {
  const stands = { cancelledAt: null, releasedAt: null }
  switch (state) {
    case 'cancelled':
      return { cancelledAt: { not: null } }
    case 'noShow':
      return {
        cancelledAt: null,
        OR: [{ releasedAt: { not: null } }, { checkedInAt: null, endsAt: { lte: now } }],
      }
    case 'here':
      return { ...stands, checkedInAt: { not: null }, leftAt: null, endsAt: { gt: now } }
    case 'finished':
      return {
        ...stands,
        checkedInAt: { not: null },
        OR: [{ leftAt: { not: null } }, { endsAt: { lte: now } }],
      }
    case 'expected':
      return { ...stands, checkedInAt: null, endsAt: { gt: now } }
  }
}

function wherePerson(person: string): Prisma.UserWhereInput {
  // A pattern to the database: what has a meaning there is to mean itself.
  const contains = person.replace(/[\\%_]/g, '\\$&')
  return {
    OR: [{ name: { contains, mode: 'insensitive' } }, { email: { contains, mode: 'insensitive' } }],
  }
}

function cursorOf(after: string): Prisma.BookingWhereInput {
  const [at = '', id = ''] = after.split('_')
  const startsAt = new Date(at)
  return { OR: [{ startsAt: { gt: startsAt } }, { startsAt, id: { gt: id } }] }
}
