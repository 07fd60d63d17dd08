import type { Actor, Role } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { stateOfBooking, type BookingState } from '#lib/bookings/policy.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'

const bookingsShown = 20

export type UserBooking = {
  id: string
  label: string
  venue: string
  timeZone: string
  startsAt: Date
  endsAt: Date
  state: BookingState
}

export type UserView = {
  id: string
  name: string
  email: string | null
  isEmailConfirmed: boolean
  locale: string | null
  createdAt: Date
  roles: Role[]
  verified: { at: Date; by: string; note: string | null } | null
  devices: number
  bookings: UserBooking[]
}

/** All that an admin sees of one person. */
export async function getUser(
  actor: Actor,
  { userId }: { userId: string },
  now: Date,
): Promise<UserView> {
  assertCan(actor, 'user.manage')
  const user = await db().user.findUnique({
    where: { id: userId, erasedAt: null },
    include: {
      roles: { orderBy: { role: 'asc' } },
      verifiedBy: { select: { name: true } },
      sessions: { where: { revokedAt: null, expiresAt: { gt: now } }, select: { version: true } },
      bookings: {
        orderBy: { startsAt: 'desc' },
        take: bookingsShown,
        include: { seat: { select: { label: true, venue: true } } },
      },
    },
  })
  if (!user) throw new DomainError('USER_NOT_FOUND')
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    isEmailConfirmed: user.emailConfirmedAt !== null,
    locale: user.locale,
    createdAt: user.createdAt,
    roles: user.roles.map(({ role }) => role),
    verified: user.verifiedAt && {
      at: user.verifiedAt,
      by: user.verifiedBy?.name ?? '',
      note: user.verificationNote,
    },
    devices: user.sessions.filter(({ version }) => version === user.sessionVersion).length,
    bookings: user.bookings.map((booking) => ({
      id: booking.id,
      label: booking.seat.label,
      venue: booking.seat.venue.name,
      timeZone: booking.seat.venue.timeZone,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      state: stateOfBooking(booking, now),
    })),
  }
}
