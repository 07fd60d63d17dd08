import { randomUUID } from 'node:crypto'
import type { Role, UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { addMinutes } from '#lib/time.ts'

let count = 0

/** A person with one role (member unless told); the e-mail is unique in the process. */
export async function makeUser(
  given: Partial<Prisma.UserUncheckedCreateInput> & { role?: Role; isVerified?: boolean } = {},
) {
  const { role = 'member', isVerified = false, ...data } = given
  const email = given.email ?? `person-${++count}-${randomUUID().slice(0, 8)}@example.com`
  const { id, createdAt } = await db().user.create({
    data: {
      name: `Person ${count}`,
      ...data,
      email,
      roles: { create: { role } },
    },
  })
  const verified = isVerified ? { verifiedAt: createdAt, verifiedById: id } : {}
  return { ...(await db().user.update({ where: { id }, data: verified })), email }
}

/** An actor who is signed in with a session of their own. */
export async function makeActor(
  given: Parameters<typeof makeUser>[0] & { user?: Prisma.UserGetPayload<object> } = {},
): Promise<UserActor> {
  const { user: givenUser, ...rest } = given
  const user = givenUser ?? (await makeUser(rest))
  const roles = await db().userRole.findMany({ where: { userId: user.id } })
  const session = await db().session.create({
    data: {
      userId: user.id,
      version: user.sessionVersion,
      expiresAt: addMinutes(new Date(), 60),
    },
  })
  return {
    kind: 'user',
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    roles: roles.map(({ role }) => role),
    isVerified: user.verifiedAt !== null,
  }
}

/** A venue that is open around the clock, with its first rule; give `hours` for anything else. */
export async function makeVenue(
  given: Partial<Prisma.VenueUncheckedCreateInput> & {
    hours?: { weekday: number; opensMinute: number; closesMinute: number }[]
    rule?: Partial<Prisma.BookingRuleUncheckedCreateInput>
  } = {},
) {
  const { hours, rule, ...data } = given
  const aroundTheClock = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    opensMinute: 0,
    closesMinute: 1440,
  }))
  return db().venue.create({
    data: {
      slug: `venue-${randomUUID().slice(0, 8)}`,
      name: 'Reading room',
      address: '1 Quiet Street',
      timeZone: 'Europe/Berlin',
      ...data,
      openingHours: { create: hours ?? aroundTheClock },
      bookingRules: { create: { version: 1, ...rule } },
      floors: {
        create: { name: 'Ground floor', position: 0, width: 2000, height: 1200, plan: {} },
      },
    },
    include: { bookingRules: true, floors: true, openingHours: true },
  })
}

/** Lets a new version of a rule take over, with the numbers given and the usual ones else. */
export async function makeRule(
  given: Partial<Prisma.BookingRuleUncheckedCreateInput> & { venueId: string },
) {
  const { venueId, kind = null } = given
  const version = 1 + (await db().bookingRule.count({ where: { venueId, kind } }))
  await db().bookingRule.updateMany({
    where: { venueId, kind, retiredAt: null },
    data: { retiredAt: new Date() },
  })
  return db().bookingRule.create({ data: { version, ...given } })
}

/** A desk; makes its venue when none is given. */
export async function makeSeat(
  given: Partial<Prisma.SeatUncheckedCreateInput> & {
    venue?: Awaited<ReturnType<typeof makeVenue>>
  } = {},
) {
  const { venue: givenVenue, ...data } = given
  const venue = givenVenue ?? (await makeVenue())
  return db().seat.create({
    data: {
      venueId: venue.id,
      floorId: venue.floors[0]!.id,
      label: `A${++count}`,
      kind: 'desk',
      amenities: [],
      x: 100 * count,
      y: 100,
      ...data,
    },
  })
}

/** A booking as a fact, past every rule; makes seat and person when none is given. */
export async function makeBooking(
  given: Partial<Prisma.BookingUncheckedCreateInput> & { startsAt: Date; endsAt: Date },
) {
  const seatId = given.seatId ?? (await makeSeat()).id
  const userId = given.userId ?? (await makeUser()).id
  const seat = await db().seat.findUniqueOrThrow({ where: { id: seatId } })
  const rule = await db().bookingRule.findFirstOrThrow({
    where: { venueId: seat.venueId, kind: null, retiredAt: null },
  })
  return db().booking.create({
    data: {
      madeById: userId,
      ruleId: rule.id,
      occupiedUntil: addMinutes(given.endsAt, rule.bufferMinutes),
      releaseDueAt: addMinutes(given.startsAt, rule.graceMinutes),
      madeAt: addMinutes(given.startsAt, -60),
      ...given,
      seatId,
      userId,
    },
  })
}
