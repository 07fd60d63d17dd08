import type { APIRequestContext, BrowserContext } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expectAccessible } from './accessible.ts'
import { openLine } from './breakable-line.ts'
import {
  arrangeBooking,
  arrangeVenue,
  doorOf,
  openPass,
  phone,
  playKeyboard,
  readTypedCode,
  typeByHand,
  type Venue,
} from './door-scene.ts'
import {
  launchWithCamera,
  photograph,
  photographNothing,
  timeVerdicts,
  verdictMs,
} from './fake-camera.ts'
import { expect, test, watch } from './fixtures.ts'
import { openSeat, seatOf } from './member-scene.ts'

/** The code of a pass as its QR holds it, made as the server would. */
async function passOf(bookingId: string, stepsAgo = 0): Promise<string> {
  const { passStepAt, writePass } = await import('#lib/bookings/pass.ts')
  const { passKeyOf } = await import('#lib/bookings/pass-keys.ts')
  const step = passStepAt(Date.now()) - stepsAgo
  return writePass(passKeyOf(bookingId, 1), { bookingId, version: 1, step })
}

/** A server that has just started takes long over its first scan; a door is at work all day. */
async function warmUp(request: APIRequestContext, venue: Venue): Promise<void> {
  const { makeUser } = await import('#lib/testing/factories.ts')
  const { id: userId } = await makeUser({ isVerified: true })
  const { id } = await arrangeBooking({ venue, userId })
  const scan = { key: randomUUID(), venueId: venue.id, content: await passOf(id) }
  const response = await request.post('/api/v1/check-in/scans', { data: scan })
  expect(await response.json()).toMatchObject({ verdict: 'checkedIn' })
}

async function countScans(bookingId: string): Promise<number> {
  const { db } = await import('#lib/db/client.ts')
  return db().passScan.count({ where: { bookingId } })
}

/** A page of the admin's on another way to the same app. */
async function openDoorAt(url: string, context: BrowserContext, path: string) {
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  // The reader of the camera comes last.
  await page.waitForLoadState('networkidle')
  return page
}

test('the camera at the door reads the very QR of a phone, and a third person sees the seat taken', async ({
  arriveAs,
  launchOptions,
  baseURL,
}, testInfo) => {
  const { makeSeat } = await import('#lib/testing/factories.ts')
  const venue = await arrangeVenue()
  const admin = await arriveAs('admin')
  await warmUp(admin.request, venue)
  const first = await showPass('Ada Byron', 'L1')
  const second = await showPass('Mary Somerville', 'L2')
  const third = await showPass('Emmy Noether', 'L3')

  /** On a phone: books with two taps on the plan, and opens the pass of it. */
  async function showPass(name: string, seat: string) {
    await makeSeat({ venue, label: seat, x: 200 + 300 * Number(seat.slice(1)), y: 300 })
    const member = await arriveAs('member', { name, isVerified: true })
    const screen = await member.context.newPage()
    await screen.setViewportSize(phone)
    await screen.goto(`/seats?venue=${venue.slug}`)
    const sheet = await openSeat(screen, seat)
    await sheet.getByRole('button', { name: 'Book', exact: true }).click()
    await screen
      .getByRole('link', { name: new RegExp(`^Your seat ${seat} .*show the pass`) })
      .click()
    await screen.getByRole('img', { name: `seat ${seat}` }).waitFor()
    return screen
  }

  // All at last, because a pass is good for half a minute.
  const table = await photographNothing(first)
  const door = await launchWithCamera(launchOptions, testInfo.outputPath('camera.mjpeg'), [
    [table, 6],
    [await photograph(first), 4],
    [table, 2],
    [await photograph(second), 4],
    [table, 2],
    [await photograph(third), 30],
  ])
  const context = await door.newContext({
    baseURL,
    storageState: await admin.context.storageState(),
    viewport: { width: 390, height: 844 },
  })
  const faults = watch(context)
  await context.addInitScript(timeVerdicts)
  const scanner = await context.newPage()
  await scanner.goto(doorOf(venue))

  const verdict = scanner.locator('[data-verdict]')
  await expect(verdict).toContainText('Ada Byron', { timeout: 20_000 })
  await expect(verdict).toContainText('Seat L1')
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedIn')
  await expect(verdict).toContainText('Mary Somerville', { timeout: 20_000 })
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedIn')
  await expect(verdict).toContainText('Emmy Noether', { timeout: 20_000 })
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedIn')
  const ms = await verdictMs(scanner)
  testInfo.annotations.push({ type: 'from picture to verdict, in ms', description: ms.join(', ') })
  expect(ms).toHaveLength(3)
  // Browsers, a film that is played in software and the server share the machine, so one of three may be late.
  expect(ms.toSorted((a, b) => a - b)[1]).toBeLessThan(1_000)
  await expectAccessible(scanner)

  // The phone learns that the door has let it in; held there still, it stays one scan.
  await expect(first.getByText('Here', { exact: true })).toBeVisible({ timeout: 15_000 })
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedIn')

  const another = await arriveAs('member')
  const plan = await another.context.newPage()
  await plan.goto(`/seats?venue=${venue.slug}&view=list`)
  await expect(seatOf(plan, 'L1')).toContainText('Taken')
  expect(faults).toEqual([])
  await door.close()
})

test('by keyboard alone: the eight characters, a person to verify, a note, and out again', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member', { name: 'Grace Hopper' })
  const booking = await arrangeBooking({ venue, userId: member.userId })
  const phone = await member.context.newPage()
  await openPass(phone)
  await expectAccessible(phone)

  const admin = await arriveAs('admin', { name: 'Warden' })
  const door = await admin.context.newPage()
  await door.goto(doorOf(venue))
  await expect(door.getByText('1 expected · 0 here')).toBeVisible()
  await expectAccessible(door)

  const field = door.getByLabel('Code from the phone')
  await field.focus()
  await typeByHand(door, 'ABC')
  await door.keyboard.press('Enter')
  await expect(door.getByText('A code has 8 characters')).toBeVisible()
  await door.keyboard.press('Control+A')
  await typeByHand(door, (await readTypedCode(phone)).toLowerCase())
  await door.keyboard.press('Enter')

  const decision = door.getByRole('alertdialog', { name: 'Verify the person' })
  await expect(decision).toContainText('Grace Hopper')
  await expect(decision).toBeFocused()
  await expectAccessible(door)
  await door.keyboard.press('Tab')
  await typeByHand(door, 'Student card')
  await door.keyboard.press('Enter')
  const verdict = door.locator('[data-verdict]')
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedIn')

  const { db } = await import('#lib/db/client.ts')
  const verified = await db().user.findUniqueOrThrow({ where: { id: member.userId } })
  expect(verified).toMatchObject({ verifiedById: admin.userId, verificationNote: 'Student card' })

  await door.keyboard.press('Escape')
  await expect(field).toBeFocused()
  await door.keyboard.press('Control+A')
  await typeByHand(door, await readTypedCode(phone))
  await door.keyboard.press('Enter')
  await expect(verdict).toHaveAttribute('data-verdict', /used|alreadyIn/)
  await playKeyboard(door, await passOf(booking.id, -1))
  await expect(verdict).toHaveAttribute('data-verdict', 'alreadyIn')
  await expectAccessible(door)
  await door.keyboard.press('Tab')
  await door.keyboard.press('Enter')
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedOut')
  await expect(door.getByText('0 expected · 0 here')).toBeAttached()
})

test('a scanner that plays keyboard is heard wherever the focus is, and presses nothing', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member', { isVerified: true })
  const booking = await arrangeBooking({ venue, userId: member.userId })
  const admin = await arriveAs('admin')
  const door = await admin.context.newPage()
  await door.goto(doorOf(venue))
  const sound = door.getByRole('button', { name: 'Sound on' })
  await sound.focus()
  await playKeyboard(door, await passOf(booking.id, 3))
  const verdict = door.locator('[data-verdict]')
  await expect(verdict).toHaveAttribute('data-verdict', 'old')
  await expectAccessible(door)
  await playKeyboard(door, await passOf(booking.id))
  await expect(verdict).toHaveAttribute('data-verdict', 'checkedIn')
  await expect(sound).toBeAttached()
  await expect(door.getByText('Too old')).toBeAttached()
})

test('a refused verification keeps the question and the note, and a scan into the note leaves it alone', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member', { name: 'Grace Hopper' })
  const booking = await arrangeBooking({ venue, userId: member.userId })
  const admin = await arriveAs('admin')
  const door = await admin.context.newPage()
  await door.goto(doorOf(venue))
  await playKeyboard(door, await passOf(booking.id))
  const decision = door.getByRole('alertdialog', { name: 'Verify the person' })
  const note = decision.getByLabel('What did you look at?')
  await note.focus()
  await typeByHand(door, 'Card 7')
  // A scanner never follows a hand that closely.
  await door.waitForTimeout(100)
  await playKeyboard(door, await passOf(booking.id))
  await expect(note).toHaveValue('Card 7')

  // The list would hear of it too, and lead to the sign-in page.
  await door.route('**/api/v1/check-in/arrivals?*', (route) => route.fulfill({ json: [] }))
  const { db } = await import('#lib/db/client.ts')
  const where = { userId: admin.userId }
  await db().session.updateMany({ where, data: { revokedAt: new Date() } })
  await door.keyboard.press('Enter')
  await expect(decision.getByRole('alert')).toBeVisible()
  await expect(note).toHaveValue('Card 7')
  await expectAccessible(door)
  const back = `/sign-in?${new URLSearchParams({ next: doorOf(venue) })}`
  await expect(decision.getByRole('link', { name: 'Sign in again' })).toHaveAttribute('href', back)
  await door.reload()
  expect(new URL(door.url()).searchParams.get('next')).toBe(doorOf(venue))
})

test('the same verdict twice is news twice, and what a card covers cannot be reached', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const admin = await arriveAs('admin')
  const door = await admin.context.newPage()
  await door.goto(doorOf(venue))
  const field = door.getByLabel('Code from the phone')
  await field.focus()
  await playKeyboard(door, 'NOT.A.PASS')
  const verdict = door.locator('[data-verdict]')
  await expect(verdict).toHaveAttribute('data-verdict', 'foreign')
  for (let press = 0; press < 6; press++) {
    await door.keyboard.press('Tab')
    await expect(door.locator(':focus:not([data-verdict] *, body)')).toHaveCount(0)
  }

  const news = await door.locator('[aria-live=assertive] > span').elementHandle()
  await playKeyboard(door, 'NOT.A.PASS')
  await expect.poll(() => news?.evaluate((element) => element.isConnected)).toBe(false)
  await door.keyboard.press('Escape')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
})

test('who is scanned while the answer for another is on its way is judged next', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const passOfMember = async (name: string) => {
    const { userId } = await arriveAs('member', { name, isVerified: true })
    return passOf((await arrangeBooking({ venue, userId })).id)
  }
  const [first, second] = [await passOfMember('Ada Byron'), await passOfMember('Rosa Luxemburg')]
  const admin = await arriveAs('admin')
  const door = await admin.context.newPage()
  await door.goto(doorOf(venue))
  const { promise: isPlayed, resolve: play } = Promise.withResolvers<void>()
  await door.route('**/api/v1/check-in/scans', async (route) => {
    await isPlayed
    await route.continue()
  })
  const asked = door.waitForRequest('**/api/v1/check-in/scans')
  await playKeyboard(door, first)
  await asked
  await playKeyboard(door, second)
  play()
  await expect(door.locator('[data-verdict]')).toContainText('Rosa Luxemburg')
  await expect(door.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'checkedIn')
  await expect(door.getByText('0 expected · 2 here')).toBeAttached()
})

test('a scan whose answer was lost is sent again and counts once', async ({ arriveAs }) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member', { isVerified: true })
  const booking = await arrangeBooking({ venue, userId: member.userId })
  const admin = await arriveAs('admin')
  const door = await admin.context.newPage()
  await door.goto(doorOf(venue))
  let lost = 0
  await door.route('**/api/v1/check-in/scans', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await playKeyboard(door, await passOf(booking.id))
  await expect(door.getByText('passes cannot be judged').last()).toBeVisible()
  await expect(door.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'checkedIn')
  expect(lost).toBe(2)
  expect(await countScans(booking.id)).toBe(1)
})

test('without the server the door has the list of today, and goes on by itself when it is back', async ({
  arriveAs,
  app,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member', { name: 'Hedy Lamarr', isVerified: true })
  const booking = await arrangeBooking({ venue, userId: member.userId })
  const admin = await arriveAs('admin')
  const line = await openLine(app.url)
  const door = await openDoorAt(line.url, admin.context, doorOf(venue))

  await line.cut()
  await playKeyboard(door, await passOf(booking.id))
  const notice = door.getByText('The server cannot be reached, so passes cannot be judged.').last()
  await expect(notice).toBeVisible()
  await expect(door.getByRole('listitem').filter({ hasText: 'Hedy Lamarr' })).toBeVisible()
  await expectAccessible(door)

  await line.mend()
  await expect(door.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'checkedIn')
  await expect(notice).toBeHidden()
  expect(await countScans(booking.id)).toBe(1)
  await line.cut()
})

test('what no page of ours would send is refused with a sentence and its status', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const { request } = await arriveAs('admin')
  const send = async (data: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await request.post('/api/v1/check-in/scans', {
      data: Buffer.from(data),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    return [response.status(), ((await response.json()) as { code: string }).code]
  }
  const key = '0193b3f0-7c00-4000-8000-00000000000'
  const scan = (rest: object) => JSON.stringify({ key: `${key}1`, venueId: venue.id, ...rest })
  expect(await send('{')).toEqual([400, 'BODY_NOT_JSON'])
  expect(await send(scan({ content: 'x' }), { 'Content-Type': 'text/plain' })).toEqual([
    400,
    'BODY_NOT_JSON',
  ])
  expect(await send(Buffer.from([0x22, 0xff, 0x22]))).toEqual([400, 'BODY_NOT_UTF8'])
  expect(await send(scan({ content: 'x'.repeat(40_000) }))).toEqual([413, 'BODY_TOO_LARGE'])
  expect(await send(scan({ content: 'x'.repeat(9_000) }))).toEqual([422, 'INVALID_INPUT'])
  expect(await send(scan({}))).toEqual([422, 'INVALID_INPUT'])
  expect(await send(scan({ content: 'x', extra: 1 }))).toEqual([422, 'INVALID_INPUT'])
  expect(await send(scan({ typed: 'abc' }))).toEqual([422, 'PASS_CODE_FORMAT'])
  expect(await send(scan({ content: 'x' }), { Origin: 'https://example.com' })).toEqual([
    403,
    'CROSS_ORIGIN',
  ])
})
