import { hashPassword } from '#lib/accounts/hash-password.ts'
import { closeDb, type Tx } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { closeQueue, enqueue } from '#lib/queue/boss.ts'
import { releaseBookingQueue } from '#lib/queue/definitions.ts'
import { accounts, readers } from './demo/people.ts'
import { bookingsOfReaders, pastOfMember, type DemoBooking } from './demo/bookings.ts'
import { buildingSize } from './demo/building.ts'
import { galleryPlan } from './demo/gallery.ts'
import { groundFloorPlan } from './demo/ground-floor.ts'
import { gallerySeats, groundFloorSeats, type DemoSeat } from './demo/seats.ts'
import { closures, openingHours, venue } from './demo/venue.ts'

/**
 * Fills an empty database with a reading room, its readers and their day. Returns false, and does nothing, when anybody or
 * any place is there already.
 */
export async function seedDemo({
  password,
  now,
}: {
  password: string
  now: Date
}): Promise<boolean> {
  const people = await Promise.all(
    accounts.map(async (account) => ({ ...account, passwordHash: await hashPassword(password) })),
  )
  return transaction(async (tx) => {
    // Two starts at once: the second waits here, and then finds the demo in place.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('carrel demo'))`
    if ((await tx.user.count()) + (await tx.venue.count()) > 0) return false
    const users = await addPeople(tx, people, now)
    const { ruleId, seats } = await addVenue(tx, now)
    await addBookings(tx, { now, users, seats, ruleId })
    return true
  })
}

type Person = (typeof accounts)[number] & { passwordHash: string | null }
type Users = { admin: string; member: string; readers: string[] }

async function addPeople(tx: Tx, people: Person[], now: Date): Promise<Users> {
  const everybody: Person[] = [
    ...people,
    ...readers.map((name, index) => ({
      email: `reader-${index + 1}@example.com`,
      name,
      role: 'member' as const,
      isVerified: true,
      passwordHash: null,
    })),
  ]
  const made = await tx.user.createManyAndReturn({
    data: everybody.map(({ email, name, passwordHash }) => ({ email, name, passwordHash })),
    select: { id: true, email: true },
  })
  const idByEmail = new Map(made.map(({ id, email }) => [email, id]))
  const idOf = (email: string) => idByEmail.get(email)!
  const admin = idOf('admin@example.com')
  await tx.userRole.createMany({
    data: everybody.map(({ email, role }) => ({ userId: idOf(email), role })),
  })
  await tx.user.updateMany({
    where: { email: { in: everybody.filter((p) => p.isVerified).map((p) => p.email) } },
    data: { verifiedAt: now, verifiedById: admin },
  })
  const readerIds = everybody.filter((p) => p.passwordHash === null).map((p) => idOf(p.email))
  return { admin, member: idOf('member@example.com'), readers: readerIds }
}

async function addVenue(tx: Tx, now: Date) {
  const { id: venueId, bookingRules } = await tx.venue.create({
    data: {
      ...venue,
      openingHours: { create: openingHours(now) },
      closures: { create: closures(now) },
      bookingRules: { create: { version: 1 } },
    },
    select: { id: true, bookingRules: { select: { id: true } } },
  })
  const floors = [
    { name: 'Parter', plan: groundFloorPlan, seats: groundFloorSeats() },
    { name: 'Galeria', plan: galleryPlan, seats: gallerySeats() },
  ]
  const seats = []
  for (const [position, { name, plan, seats: onFloor }] of floors.entries()) {
    const floor = await tx.floor.create({
      data: { venueId, name, position, ...buildingSize, plan },
      select: { id: true },
    })
    seats.push(...(await addSeats(tx, { venueId, floorId: floor.id }, onFloor)))
  }
  return { ruleId: bookingRules[0]!.id, seats }
}

async function addSeats(
  tx: Tx,
  place: { venueId: string; floorId: string },
  seats: DemoSeat[],
): Promise<{ id: string; label: string }[]> {
  return tx.seat.createManyAndReturn({
    data: seats.map((seat) => ({ ...seat, ...place })),
    select: { id: true, label: true },
  })
}

async function addBookings(
  tx: Tx,
  given: { now: Date; users: Users; seats: { id: string; label: string }[]; ruleId: string },
): Promise<void> {
  const { users, ruleId, seats } = given
  const inOrder = seats.toSorted((a, b) => a.label.localeCompare(b.label))
  const row = (booking: DemoBooking, userId: string, seatId: string) => ({
    ...booking,
    userId,
    seatId,
    ruleId,
    madeById: userId,
    checkedInById: booking.checkedInAt ? users.admin : null,
    leftById: booking.leftAt ? userId : null,
    cancelledById: booking.cancelledAt ? userId : null,
  })
  const made = await tx.booking.createManyAndReturn({
    data: [
      // Every reader keeps to one seat; 7 has no common factor with 60, so they spread over all of them.
      ...bookingsOfReaders(given.now).flatMap((bookings, index) =>
        bookings.map((booking) =>
          row(booking, users.readers[index]!, inOrder[(index * 7 + 3) % inOrder.length]!.id),
        ),
      ),
      ...pastOfMember(given.now).map((booking, index) =>
        row(booking, users.member, inOrder[(index * 11 + 5) % inOrder.length]!.id),
      ),
    ],
    select: {
      id: true,
      releaseDueAt: true,
      checkedInAt: true,
      cancelledAt: true,
      releasedAt: true,
    },
  })
  const open = made.filter((row) => !row.checkedInAt && !row.cancelledAt && !row.releasedAt)
  for (const { id, releaseDueAt } of open) {
    await enqueue(tx, releaseBookingQueue, { bookingId: id }, { startAfter: releaseDueAt })
  }
}

if (import.meta.main) {
  const password = process.env.DEMO_PASSWORD
  if (!password)
    throw new Error('Set DEMO_PASSWORD: it becomes the password of every demo account.')
  const isNew = await seedDemo({ password, now: new Date() })
  if (!isNew) console.error('The database holds people or places already: the demo was not added.')
  await closeQueue()
  await closeDb()
}
