import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeUser, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { passStepAt, typedCodeOf, writePass } from './pass.ts'
import { passKeyOf } from './pass-keys.ts'
import { scanPass } from './scan-pass.ts'
import type { VerdictName } from './verdict.ts'

// Half an hour before midnight in Kathmandu and 18:45 in Berlin: the day that counts is the venue's.
const now = new Date('2026-11-25T17:45:10Z')
const nowStep = passStepAt(now.getTime())

let admin: UserActor
let venue: Awaited<ReturnType<typeof makeVenue>>

beforeAll(async () => {
  admin = await makeActor({ role: 'admin' })
  venue = await makeVenue()
})

type Given = Partial<Parameters<typeof makeBooking>[0]> & {
  isVerified?: boolean
  isElsewhere?: boolean
}

/** A booking from a quarter of an hour ago for two hours, unless told otherwise. */
async function book({ isVerified = true, isElsewhere = false, ...given }: Given = {}) {
  const user = await makeUser({ isVerified, name: 'Ada Byron' })
  const seat = await makeSeat(isElsewhere ? {} : { venue })
  const startsAt = given.startsAt ?? addMinutes(now, -15)
  const endsAt = given.endsAt ?? addMinutes(startsAt, 120)
  return makeBooking({ userId: user.id, seatId: seat.id, ...given, startsAt, endsAt })
}

type Shown = { id: string; step?: number; version?: number }

function momentOf({ id, step = nowStep, version = 1 }: Shown) {
  return { bookingId: id, version, step }
}

function qrOf(shown: Shown): string {
  const moment = momentOf(shown)
  return writePass(passKeyOf(moment.bookingId, moment.version), moment)
}

function typedOf(shown: Shown): string {
  const moment = momentOf(shown)
  return typedCodeOf(passKeyOf(moment.bookingId, moment.version), moment)
}

function scan(content: string, at = now, key: string = randomUUID()) {
  return scanPass(admin, { key, venueId: venue.id, content }, at)
}

/** Each look at the eight characters by an admin who has made no mistake yet. */
async function type(typed: string, at = now) {
  const actor = await makeActor({ role: 'admin' })
  return scanPass(actor, { key: randomUUID(), venueId: venue.id, typed }, at)
}

/** What the member shows, by the verdict that it meets. */
const cases: [VerdictName, string, () => Promise<Shown>][] = [
  ['checkedIn', 'the pass of now', async () => book()],
  ['checkedIn', 'the step before', async () => ({ ...(await book()), step: nowStep - 1 })],
  ['checkedIn', 'the step after', async () => ({ ...(await book()), step: nowStep + 1 })],
  ['old', 'a photo 90 s old', async () => ({ ...(await book()), step: nowStep - 3 })],
  ['old', 'two steps back', async () => ({ ...(await book()), step: nowStep - 2 })],
  ['clockAhead', 'two steps ahead', async () => ({ ...(await book()), step: nowStep + 2 })],
  ['used', 'a step not newer than the last', async () => book({ lastPassStep: nowStep })],
  ['past', "yesterday's booking", async () => book({ startsAt: addMinutes(now, -24 * 60) })],
  [
    'past',
    'a booking that ended at midnight',
    async () => {
      const midnight = new Date('2026-11-24T23:00:00Z')
      return book({ startsAt: addMinutes(midnight, -120), endsAt: midnight })
    },
  ],
  ['tooEarlyDay', "tomorrow's booking", async () => book({ startsAt: addMinutes(now, 24 * 60) })],
  ['tooEarly', '16 minutes before', async () => book({ startsAt: addMinutes(now, 16) })],
  ['checkedIn', '15 minutes before', async () => book({ startsAt: addMinutes(now, 15) })],
  ['ended', 'the very end', async () => book({ startsAt: addMinutes(now, -120), endsAt: now })],
  ['otherVenue', 'a pass for another place', async () => book({ isElsewhere: true })],
  [
    'cancelled',
    'a cancelled booking',
    async () => book({ cancelledAt: now, cancelledById: admin.userId }),
  ],
  ['replaced', 'the pass of an older version', async () => book({ passVersion: 3 })],
  ['released', 'a no-show', async () => book({ releasedAt: now })],
  [
    'alreadyIn',
    'somebody who is here',
    async () =>
      book({
        checkedInAt: addMinutes(now, -5),
        checkedInById: admin.userId,
        lastPassStep: nowStep - 10,
      }),
  ],
  [
    'left',
    'somebody who left',
    async () =>
      book({
        checkedInAt: addMinutes(now, -5),
        checkedInById: admin.userId,
        leftAt: addMinutes(now, -1),
        leftById: admin.userId,
      }),
  ],
  ['unverified', 'a person nobody verified', async () => book({ isVerified: false })],
]

describe('the verdict on', () => {
  test.each(cases)('%s: %s, as a QR', async (verdict, _, arrange) => {
    const shown = await arrange()
    expect(await scan(qrOf(shown))).toMatchObject({ verdict, booking: { personName: 'Ada Byron' } })
    const { checkedInAt } = await db().booking.findUniqueOrThrow({ where: { id: shown.id } })
    expect(checkedInAt?.getTime() === now.getTime()).toBe(verdict === 'checkedIn')
  })

  test.each(cases.filter(([verdict]) => verdict !== 'otherVenue'))(
    '%s: %s, as eight typed characters',
    async (verdict, _, arrange) => {
      expect(await type(typedOf(await arrange()).toLowerCase())).toMatchObject({ verdict })
    },
  )

  test('eight characters of another place: nobody here shows them', async () => {
    const typed = typedOf(await book({ isElsewhere: true }))
    expect(await type(typed)).toMatchObject({ verdict: 'noMatch', booking: null })
  })

  test.each<[VerdictName, string, (booking: Shown, other: Shown) => string]>([
    [
      'altered',
      'another booking written in',
      (a, b) => qrOf(a).replace(idOf(qrOf(a)), idOf(qrOf(b))),
    ],
    [
      'altered',
      'another step written in',
      (a) => qrOf(a).replace(`.${nowStep}.`, `.${nowStep + 1}.`),
    ],
    ['altered', 'another version written in', (a) => qrOf(a).replace('.1.', '.2.')],
    ['altered', 'a code of another length', (a) => qrOf(a).slice(0, -1)],
    ['altered', 'a changed code', (a) => changeEnd(qrOf(a))],
    ['altered', 'a version that was never given out', (a) => qrOf({ ...a, version: 2 })],
    ['altered', 'a booking that is not there', () => qrOf({ id: randomUUID() })],
    ['foreign', 'a web address', () => 'https://example.com/menu'],
    ['foreign', 'an ISBN', () => '9780306406157'],
    ['foreign', 'bytes that are no text', () => '\u0000\u0001\uFFFD\uD800'],
    ['foreign', 'more than a QR holds', () => 'A'.repeat(8_000)],
  ])('%s: %s', async (verdict, _, change) => {
    const [booking, other] = [await book(), await book()]
    expect(await scan(change(booking, other))).toMatchObject({ verdict, booking: null })
  })
})

const idOf = (text: string) => text.slice(4, 30)
const changeEnd = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')

test('a pass is accepted until 60 s after it was first shown, and not a moment longer', async () => {
  const shownAt = nowStep * 30_000
  expect(await scan(qrOf(await book()), new Date(shownAt + 59_999))).toMatchObject({
    verdict: 'checkedIn',
  })
  expect(await scan(qrOf(await book()), new Date(shownAt + 60_000))).toMatchObject({
    verdict: 'old',
  })
})

test('the reason told first is the one that stands first in the order', async () => {
  const booking = await book({
    startsAt: addMinutes(now, -26 * 60),
    cancelledAt: now,
    cancelledById: admin.userId,
    lastPassStep: nowStep,
    isElsewhere: true,
    isVerified: false,
  })
  const told = async () => (await scan(qrOf({ ...booking, step }))).verdict
  let step = nowStep - 9
  expect(await told()).toBe('old')
  step = nowStep
  expect(await told()).toBe('used')
  step = nowStep + 1
  expect(await told()).toBe('past')
})

test('after the check-in the same picture is used, and the next one says that they are in', async () => {
  const booking = await book()
  await scan(qrOf(booking))
  expect((await scan(qrOf(booking))).verdict).toBe('used')
  expect((await scan(qrOf({ ...booking, step: nowStep + 1 }))).verdict).toBe('alreadyIn')
})

test('the same scan 20 times at once is one check-in with one verdict', async () => {
  const content = qrOf(await book())
  const key = randomUUID()
  const verdicts = await Promise.all(Array.from({ length: 20 }, () => scan(content, now, key)))
  for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0])
  expect(verdicts[0]!.verdict).toBe('checkedIn')
  const bookingId = verdicts[0]!.booking!.id
  expect(await db().auditEntry.count({ where: { subjectId: bookingId } })).toBe(1)
})

test('20 scans of one pass at once let one person in', async () => {
  const booking = await book()
  const verdicts = await Promise.all(Array.from({ length: 20 }, () => scan(qrOf(booking))))
  expect(verdicts.filter(({ verdict }) => verdict === 'checkedIn')).toHaveLength(1)
  expect(verdicts.filter(({ verdict }) => verdict === 'used')).toHaveLength(19)
})

test('a repeat minutes later, when the pass is long old, still gets the first verdict', async () => {
  const key = randomUUID()
  const content = qrOf(await book())
  const first = await scan(content, now, key)
  expect(await scan(content, addMinutes(now, 5), key)).toEqual(first)
})

test('a key that comes with another pass, place or person is refused', async () => {
  const key = randomUUID()
  const content = qrOf(await book())
  await scan(content, now, key)
  const reused = { code: 'KEY_REUSED' }
  await expect(scan(qrOf(await book()), now, key)).rejects.toMatchObject(reused)
  const elsewhere = (await makeVenue()).id
  await expect(scanPass(admin, { key, venueId: elsewhere, content }, now)).rejects.toMatchObject(
    reused,
  )
  const colleague = await makeActor({ role: 'admin' })
  await expect(scanPass(colleague, { key, venueId: venue.id, content }, now)).rejects.toMatchObject(
    reused,
  )
})

test('a scan for a place that is not there is refused', async () => {
  const scanned = scanPass(admin, { key: randomUUID(), venueId: randomUUID(), content: 'x' }, now)
  await expect(scanned).rejects.toMatchObject({ code: 'VENUE_NOT_FOUND' })
})

test('what was read is not kept, only its hash', async () => {
  const { scanId } = await scan('https://example.com/private')
  const kept = await db().passScan.findUniqueOrThrow({ where: { id: scanId } })
  expect(JSON.stringify(kept)).not.toContain('private')
})

test.each(['member', 'operator', 'librarian'] as const)('a %s may not scan', async (role) => {
  const actor = await makeActor({ role })
  const scanned = scanPass(actor, { key: randomUUID(), venueId: venue.id, content: 'x' }, now)
  await expect(scanned).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('nobody may not scan', async () => {
  const scanned = scanPass(null, { key: randomUUID(), venueId: venue.id, content: 'x' }, now)
  await expect(scanned).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

describe('typed codes', () => {
  test('that cannot be one are refused before they count', async () => {
    for (let attempt = 0; attempt < 12; attempt++) {
      await expect(type('ABCD')).rejects.toMatchObject({ code: 'PASS_CODE_FORMAT' })
    }
  })

  test('that are wrong are ten a minute, even all at once, and right ones do not count', async () => {
    const actor = await makeActor({ role: 'admin' })
    const attempt = (typed: string, key: string = randomUUID()) =>
      scanPass(actor, { key, venueId: venue.id, typed }, now)
    for (let guest = 0; guest < 12; guest++) {
      expect((await attempt(typedOf(await book()))).verdict).toBe('checkedIn')
    }
    const guesses = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => attempt(`0000 00${10 + index}`)),
    )
    const told = guesses.map((guess) =>
      guess.status === 'fulfilled' ? guess.value.verdict : guess.reason.code,
    )
    expect(told.filter((word) => word === 'noMatch')).toHaveLength(10)
    expect(told.filter((word) => word === 'TOO_MANY_ATTEMPTS')).toHaveLength(10)
    await expect(attempt(typedOf(await book()))).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      details: { seconds: expect.any(Number) },
    })
  })

  test('a repeat after the tenth wrong one still gets its first verdict, and another pass does not', async () => {
    const actor = await makeActor({ role: 'admin' })
    const attempt = (typed: string, key: string = randomUUID()) =>
      scanPass(actor, { key, venueId: venue.id, typed }, now)
    const key = randomUUID()
    const first = await attempt('0000 0001', key)
    for (let guess = 2; guess <= 11; guess++) {
      await attempt(`0000 00${10 + guess}`).catch(() => null)
    }
    expect(await attempt('0000 0001', key)).toEqual(first)
    await expect(attempt('0000 0002', key)).rejects.toMatchObject({ code: 'KEY_REUSED' })
  })

  test('an old one is explained for who could come in about now, and for nobody else', async () => {
    const step = nowStep - 4
    const [soon, tomorrow] = [addMinutes(now, 60), addMinutes(now, 24 * 60)]
    const told = async (startsAt: Date) =>
      (await type(typedOf({ ...(await book({ startsAt })), step }))).verdict
    expect(await told(soon)).toBe('old')
    expect(await told(tomorrow)).toBe('noMatch')
  })
})
