import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeEmail } from '#lib/accounts/change-email.ts'
import { changePassword } from '#lib/accounts/change-password.ts'
import { endOwnSession } from '#lib/accounts/end-own-session.ts'
import { endSession } from '#lib/accounts/end-session.ts'
import { eraseOwnAccount } from '#lib/accounts/erase-own-account.ts'
import { findUsers } from '#lib/accounts/find-users.ts'
import { forgetSessions } from '#lib/accounts/forget-sessions.ts'
import { getOwnAccount } from '#lib/accounts/get-own-account.ts'
import { getUser } from '#lib/accounts/get-user.ts'
import { inviteFirstAdmin } from '#lib/accounts/invite-first-admin.ts'
import { keepLocale } from '#lib/accounts/keep-locale.ts'
import { listOwnSessions } from '#lib/accounts/list-own-sessions.ts'
import { renameUser } from '#lib/accounts/rename-user.ts'
import { requestEmailConfirmation } from '#lib/accounts/request-email-confirmation.ts'
import { setRoles } from '#lib/accounts/set-roles.ts'
import { setUserEmail } from '#lib/accounts/set-user-email.ts'
import { signOutEverywhere } from '#lib/accounts/sign-out-everywhere.ts'
import { unverifyUser } from '#lib/accounts/unverify-user.ts'
import { updateProfile } from '#lib/accounts/update-profile.ts'
import { verifyUser } from '#lib/accounts/verify-user.ts'
import { listAudit } from '#lib/audit/list-audit.ts'
import { bookSeat } from '#lib/bookings/book-seat.ts'
import { cancelBooking } from '#lib/bookings/cancel-booking.ts'
import { checkInToBooking } from '#lib/bookings/check-in-to-booking.ts'
import { checkOutOfBooking } from '#lib/bookings/check-out-of-booking.ts'
import { listArrivals } from '#lib/bookings/list-arrivals.ts'
import { listSeatDays } from '#lib/bookings/list-seat-days.ts'
import { listPassKeys } from '#lib/bookings/list-pass-keys.ts'
import { listComingBookings, listOwnBookings, listSeatAvailability } from '#lib/bookings/queries.ts'
import { extendArrival } from '#lib/bookings/extend-arrival.ts'
import { findUsualSeat } from '#lib/bookings/find-usual-seat.ts'
import { moveBooking } from '#lib/bookings/move-booking.ts'
import { shortenBooking } from '#lib/bookings/shorten-booking.ts'
import { undoChange } from '#lib/bookings/undo-change.ts'
import { warnLateMembers } from '#lib/bookings/warn-late-members.ts'
import { cancelBookingFor } from '#lib/bookings/cancel-booking-for.ts'
import { listBookings } from '#lib/bookings/list-bookings.ts'
import { makeBookingFor } from '#lib/bookings/make-booking-for.ts'
import { moveBookingFor } from '#lib/bookings/move-booking-for.ts'
import { retireRule } from '#lib/bookings/retire-rule.ts'
import { saveRule } from '#lib/bookings/save-rule.ts'
import { tryRule } from '#lib/bookings/try-rule.ts'
import { releaseBooking } from '#lib/bookings/release-booking.ts'
import { releaseNoShows } from '#lib/bookings/release-no-shows.ts'
import { restoreBooking } from '#lib/bookings/restore-booking.ts'
import { scanPass } from '#lib/bookings/scan-pass.ts'
import { verifyAndCheckIn } from '#lib/bookings/verify-and-check-in.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { listOutbox } from '#lib/notices/list-outbox.ts'
import { makeActor, makeBooking } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { watchPlans } from '#lib/venues/watch-plans.ts'
import { systemActor, type Actor } from './actor.ts'

const people = ['nobody', 'member', 'operator', 'librarian', 'admin', 'system'] as const
type Person = (typeof people)[number]

const now = new Date('2026-11-23T09:00:00Z')
const everybodySignedIn: Person[] = ['member', 'operator', 'librarian', 'admin']

// Input of the right shape that names nothing: who may not must be refused before anything is looked for.
const key = randomUUID()
const id = randomUUID()
const stretch = { from: now, to: addMinutes(now, 60) }
const place = { seatId: id, startsAt: stretch.from, endsAt: stretch.to }
const rule = {
  stepMinutes: 15,
  shortestMinutes: 15,
  longestMinutes: 60,
  aheadDays: 30,
  noticeMinutes: 0,
  changeMinutes: 0,
  isForVerified: false,
  notBegunLimit: 1,
  bufferMinutes: 0,
  graceMinutes: 15,
  earlyCheckInMinutes: 15,
}
const scope = { venueId: id, kind: 'desk' as const }
const asActor = (actor: Actor) => actor as Extract<Actor, { kind: 'user' }>

/** What takes an actor and asks nothing, with the reason. */
const exceptions: Record<string, string> = {
  'access/permissions can': 'answers what others ask',
  'access/permissions assertCan': 'is the asking itself',
  'access/permissions assertSystemCan': 'is the asking itself',
  'bookings/end-all-bookings endAllBookings': 'is part of erasing an account, which has asked',
  'bookings/write-cancelling writeCancelling': 'writes what the two ways to cancel have let happen',
  'bookings/write-change writeChange': 'writes what the ways to change have let happen',
  'db/audit writeAudit': 'writes down what an operation in this table has let happen',
  'web/json-route jsonRoute': 'hands the actor to an operation',
  'web/route route': 'hands the actor to an operation',
  'web/stream-route streamRoute': 'hands the actor to an operation',
}

/** Everything else that takes an actor, with who may. What is in neither fails. */
const operations: Record<string, [Person[], (actor: Actor) => unknown]> = {
  'accounts/end-session endSession': [everybodySignedIn, (actor) => endSession(actor, now)],
  'accounts/forget-sessions forgetSessions': [['system'], (actor) => forgetSessions(actor, now)],
  'accounts/end-own-session endOwnSession': [
    everybodySignedIn,
    (actor) => endOwnSession(actor, { sessionId: id }, now),
  ],
  'accounts/get-own-account getOwnAccount': [everybodySignedIn, (actor) => getOwnAccount(actor)],
  'accounts/list-own-sessions listOwnSessions': [
    everybodySignedIn,
    (actor) => listOwnSessions(actor, now),
  ],
  'accounts/request-email-confirmation requestEmailConfirmation': [
    everybodySignedIn,
    (actor) => requestEmailConfirmation(actor, now),
  ],
  'accounts/change-email changeEmail': [
    everybodySignedIn,
    (actor) => changeEmail(actor, { email: 'new@example.com', currentPassword: 'x' }, now),
  ],
  'accounts/change-password changePassword': [
    everybodySignedIn,
    (actor) => changePassword(actor, { oldPassword: 'x', password: 'four small words' }, now),
  ],
  'accounts/sign-out-everywhere signOutEverywhere': [
    everybodySignedIn,
    (actor) => signOutEverywhere(actor, now),
  ],
  'accounts/update-profile updateProfile': [
    everybodySignedIn,
    (actor) => updateProfile(actor, { name: 'Ada', locale: 'en' }, now),
  ],
  'accounts/erase-own-account eraseOwnAccount': [
    everybodySignedIn,
    (actor) => eraseOwnAccount(actor, { currentPassword: 'x' }, now),
  ],
  'accounts/invite-first-admin inviteFirstAdmin': [
    ['system'],
    (actor) => inviteFirstAdmin(actor, { email: 'a@example.com', isForced: true }, now),
  ],
  'accounts/keep-locale keepLocale': [
    everybodySignedIn,
    (actor) => keepLocale(actor, { locale: 'en' }),
  ],
  'accounts/find-users findUsers': [['admin'], (actor) => findUsers(actor, {})],
  'accounts/get-user getUser': [['admin'], (actor) => getUser(actor, { userId: id }, now)],
  'accounts/verify-user verifyUser': [
    ['admin'],
    (actor) => verifyUser(actor, { userId: id, note: '' }, now),
  ],
  'accounts/unverify-user unverifyUser': [
    ['admin'],
    (actor) => unverifyUser(actor, { userId: id, note: '' }, now),
  ],
  'accounts/set-roles setRoles': [
    ['admin'],
    (actor) => setRoles(actor, { userId: id, roles: ['member'] }, now),
  ],
  'accounts/rename-user renameUser': [
    ['admin'],
    (actor) => renameUser(actor, { userId: id, name: 'Ada' }, now),
  ],
  'accounts/set-user-email setUserEmail': [
    ['admin'],
    (actor) => setUserEmail(actor, { userId: id, email: 'new@example.com' }, now),
  ],
  'audit/list-audit listAudit': [['admin'], (actor) => listAudit(actor, {})],
  'notices/list-outbox listOutbox': [['admin'], (actor) => listOutbox(actor, {})],
  'bookings/book-seat bookSeat': [
    ['member'],
    (actor) =>
      bookSeat(actor, { key, seatId: id, startsAt: stretch.from, endsAt: stretch.to }, now),
  ],
  'bookings/cancel-booking cancelBooking': [
    ['member'],
    (actor) => cancelBooking(actor, { key, bookingId: id }, now),
  ],
  'bookings/restore-booking restoreBooking': [
    ['member'],
    (actor) => restoreBooking(actor, { key, bookingId: id }, now),
  ],
  'bookings/check-in-to-booking checkInToBooking': [
    ['admin'],
    async (actor) => {
      const { id: bookingId } = await makeBooking({ startsAt: stretch.from, endsAt: stretch.to })
      const arrival = { bookingId, step: 1, scanId: id }
      return transaction((tx) => checkInToBooking(tx, asActor(actor), arrival, now))
    },
  ],
  'bookings/check-out-of-booking checkOutOfBooking': [
    ['member', 'admin'],
    (actor) => checkOutOfBooking(actor, { key, bookingId: id }, now),
  ],
  'bookings/find-usual-seat findUsualSeat': [
    ['member'],
    (actor) => findUsualSeat(asActor(actor), now),
  ],
  'bookings/move-booking moveBooking': [
    ['member'],
    (actor) => moveBooking(actor, { key, bookingId: id, ...place }, now),
  ],
  'bookings/shorten-booking shortenBooking': [
    ['member'],
    (actor) => shortenBooking(actor, { key, bookingId: id, endsAt: now }, now),
  ],
  'bookings/undo-change undoChange': [
    ['member'],
    (actor) => undoChange(actor, { key, bookingId: id }, now),
  ],
  'bookings/extend-arrival extendArrival': [
    ['member'],
    (actor) => extendArrival(actor, { key, bookingId: id }, now),
  ],
  'bookings/warn-late-members warnLateMembers': [
    ['system'],
    (actor) => warnLateMembers(actor, now),
  ],
  'bookings/make-booking-for makeBookingFor': [
    ['admin'],
    (actor) => makeBookingFor(actor, { key, userId: id, ...place, reason: 'Phone' }, now),
  ],
  'bookings/move-booking-for moveBookingFor': [
    ['admin'],
    (actor) => moveBookingFor(actor, { key, bookingId: id, ...place, reason: 'Phone' }, now),
  ],
  'bookings/cancel-booking-for cancelBookingFor': [
    ['admin'],
    (actor) => cancelBookingFor(actor, { key, bookingId: id, reason: 'Phone' }, now),
  ],
  'bookings/list-bookings listBookings': [
    ['admin'],
    (actor) => listBookings(actor, { venueId: id }, now),
  ],
  'bookings/save-rule saveRule': [
    ['admin'],
    (actor) => saveRule(actor, { key, ...scope, ...rule, seenVersion: 1 }, now),
  ],
  'bookings/retire-rule retireRule': [
    ['admin'],
    (actor) => retireRule(actor, { key, ...scope, seenVersion: 1 }, now),
  ],
  'bookings/try-rule tryRule': [['admin'], (actor) => tryRule(actor, { ...scope, ...rule }, now)],
  'bookings/list-arrivals listArrivals': [
    ['admin'],
    (actor) => listArrivals(actor, { venueId: id }, now),
  ],
  'bookings/list-pass-keys listPassKeys': [['member'], (actor) => listPassKeys(actor, now)],
  'bookings/scan-pass scanPass': [
    ['admin'],
    (actor) => scanPass(actor, { key, venueId: id, content: 'CP1:NONSENSE' }, now),
  ],
  'bookings/verify-and-check-in verifyAndCheckIn': [
    ['admin'],
    (actor) => verifyAndCheckIn(actor, { key, scanId: id }, now),
  ],
  'bookings/release-booking releaseBooking': [
    ['system'],
    (actor) => releaseBooking(actor, { bookingId: id }, now),
  ],
  'bookings/release-no-shows releaseNoShows': [['system'], (actor) => releaseNoShows(actor, now)],
  'bookings/queries listSeatAvailability': [
    everybodySignedIn,
    (actor) => listSeatAvailability(asActor(actor), { venueId: id, ...stretch }),
  ],
  'bookings/list-seat-days listSeatDays': [
    everybodySignedIn,
    (actor) => listSeatDays(asActor(actor), { venueId: id, day: '2026-11-23' }),
  ],
  'venues/watch-plans watchPlans': [everybodySignedIn, (actor) => watchPlans(actor, () => {})()],
  'bookings/queries listOwnBookings': [['member'], (actor) => listOwnBookings(asActor(actor), now)],
  'bookings/queries listComingBookings': [
    ['member'],
    (actor) => listComingBookings(asActor(actor), now),
  ],
}

let actors: Record<Person, Actor>
beforeAll(async () => {
  actors = {
    nobody: null,
    member: await makeActor({ role: 'member' }),
    operator: await makeActor({ role: 'operator' }),
    librarian: await makeActor({ role: 'librarian' }),
    admin: await makeActor({ role: 'admin' }),
    system: systemActor('worker'),
  }
})

it('the table names every operation and query that takes an actor, and no other', () => {
  const named = [...Object.keys(operations), ...Object.keys(exceptions)]
  expect(findOperations()).toEqual(named.sort())
})

describe.each(Object.entries(operations))('%s', (_, [who, call]) => {
  it.each(people)(`answers %s as it should`, async (person) => {
    const answer = await refusalOf(() => call(actors[person]))
    const refusal = person === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
    if (who.includes(person)) expect(answer).not.toMatch(/^(UNAUTHENTICATED|FORBIDDEN)$/)
    else expect(answer).toBe(refusal)
  })
})

/** Exported functions that take an actor, wherever it stands among the arguments and whatever it is called. */
function findOperations(): string[] {
  const files = globSync('lib/**/*.{ts,tsx}', {
    exclude: ['lib/testing/**', 'lib/db/generated/**', '**/*.test.ts'],
  })
  return files
    .flatMap((file) => {
      const signatures = readFileSync(file, 'utf8').matchAll(
        /export (?:async )?function (\w+)[^(]*\(([\s\S]*?)\)(?::|\s*\{)/g,
      )
      const place = file.replace(/^lib\/(.*)\.tsx?$/, '$1')
      return [...signatures]
        .filter(([, , taken]) => /\b_?actor\b|\b(User)?Actor\b/.test(taken!))
        .map(([, name]) => `${place} ${name}`)
    })
    .sort()
}

/** The code of a refusal; what else goes wrong or well was at least let in. */
async function refusalOf(call: () => unknown): Promise<string> {
  try {
    await call()
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
