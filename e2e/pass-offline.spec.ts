import type { BrowserContext, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { expectAccessible } from './accessible.ts'
import { openLine } from './breakable-line.ts'
import { arrangeBooking, arrangeVenue, openPass, phone, readTypedCode } from './door-scene.ts'
import { expect, test } from './fixtures.ts'

const tenMinutes = 10 * 60_000

/** Looks at one member page, and waits until the phone could show the pass by itself. */
async function visitOnce(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize(phone)
  await page.goto(`${url}/bookings`)
  await waitForKeptPage(page)
  await expect.poll(() => page.evaluate(countKeptPasses)).toBeGreaterThan(0)
  return page
}

async function waitForKeptPage(page: Page, words = 'Carrel'): Promise<void> {
  const keptWords = async (needle: string) => {
    const page = await caches.match('/pass')
    return (await page?.text())?.includes(needle) ?? false
  }
  await expect.poll(() => page.evaluate(keptWords, words), { timeout: 20_000 }).toBe(true)
}

/** In the browser: how many passes it keeps. */
async function countKeptPasses(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('carrel-pass')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const kept = await new Promise<{ bookings: unknown[] } | undefined>((resolve, reject) => {
    const reading = database.transaction('kept').objectStore('kept').get('passes')
    reading.onsuccess = () => resolve(reading.result)
    reading.onerror = () => reject(reading.error)
  })
  database.close()
  return kept?.bookings.length ?? 0
}

const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

/** What a reader finds on the screen. */
async function readQr(page: Page): Promise<string> {
  const wasmBinary = (await readFile(reader)).buffer as ArrayBuffer
  prepareZXingModule({ overrides: { wasmBinary } })
  const picture = await page.screenshot()
  const [code] = await readBarcodes(picture, { formats: ['QRCode'] })
  return code?.text ?? ''
}

test('a phone that was away for ten minutes opens the pass and is let in', async ({
  arriveAs,
  app,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member', { isVerified: true })
  await arrangeBooking({ venue, userId: member.userId })
  const { context } = member
  const line = await openLine(app.url)

  // The phone asked ten minutes ago: its clock stood there, and so did the server's in what it answered.
  await context.clock.install({ time: Date.now() - tenMinutes })
  await context.route('**/api/v1/pass-keys', async (route) => {
    const response = await route.fetch().catch(() => null)
    if (!response) return route.abort()
    const answer = (await response.json()) as { serverTime: number }
    await route.fulfill({ response, json: { ...answer, serverTime: Date.now() - tenMinutes } })
  })
  const page = await visitOnce(context, line.url)
  await line.cut()
  await page.goto(`${line.url}/pass`)
  await page.getByRole('img', { name: /QR/ }).first().waitFor()
  const before = await readQr(page)
  await context.clock.fastForward(tenMinutes)
  await expect.poll(() => readQr(page)).not.toBe(before)
  await expect(page.getByText('No network: the pass works all the same.')).toBeVisible()
  await expectAccessible(page)

  const admin = await arriveAs('admin')
  const judge = async (seen: object) => {
    const response = await admin.request.post('/api/v1/check-in/scans', {
      data: { key: crypto.randomUUID(), venueId: venue.id, ...seen },
    })
    return ((await response.json()) as { verdict: string }).verdict
  }
  expect(await judge({ content: before })).toBe('old')
  expect(await judge({ typed: await readTypedCode(page) })).toBe('checkedIn')
  expect(await judge({ content: await readQr(page) })).toMatch(/used|alreadyIn/)
})

test('the kept page follows the language, and speaks it without a network', async ({
  arriveAs,
  app,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member')
  await arrangeBooking({ venue, userId: member.userId })
  const line = await openLine(app.url)
  const page = await visitOnce(member.context, line.url)
  await member.context.addCookies([{ name: 'locale', value: 'ru', url: line.url }])
  await page.reload()
  await waitForKeptPage(page, 'Пропуск')
  await line.cut()
  await page.goto(`${line.url}/pass`)
  await expect(page.getByRole('img', { name: 'QR-код вашего пропуска' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
})

test('a link to the pass works without a network too', async ({ arriveAs, app }) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member')
  await arrangeBooking({ venue, userId: member.userId })
  const line = await openLine(app.url)
  const page = await visitOnce(member.context, line.url)
  await line.cut()
  await page.getByRole('link', { name: 'Pass', exact: true }).first().click()
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible()
})

test('sign-out takes the passes off the phone', async ({ arriveAs }) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member')
  await arrangeBooking({ venue, userId: member.userId })
  const page = await member.context.newPage()
  await openPass(page)
  expect(await page.evaluate(countKeptPasses)).toBe(1)
  await page.goto('/')
  await signOut(page)
  expect(await page.evaluate(countKeptPasses)).toBe(0)
})

test('a browser that keeps nothing says so, and lets a person sign out', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  await arrangeBooking({ venue: await arrangeVenue(), userId: member.userId })
  const page = await member.context.newPage()
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('No store here', 'InvalidStateError')
    }
  })
  await page.goto('/pass')
  await expect(page.getByRole('heading', { name: 'This browser keeps nothing' })).toBeVisible()
  await page.goto('/')
  await signOut(page)
  expect((await member.request.get('/api/v1/pass-keys')).status()).toBe(401)
})

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Account and settings/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
}

test('a session that ended elsewhere takes the passes off the phone as well', async ({
  arriveAs,
}) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member')
  await arrangeBooking({ venue, userId: member.userId })
  const page = await member.context.newPage()
  await openPass(page)
  expect(await page.evaluate(countKeptPasses)).toBe(1)

  const { db } = await import('#lib/db/client.ts')
  await db().session.updateMany({
    where: { userId: member.userId },
    data: { revokedAt: new Date() },
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in to get your pass' })).toBeVisible()
  expect(await page.evaluate(countKeptPasses)).toBe(0)
})

test('several passes lie side by side and can be chosen', async ({ arriveAs }) => {
  const venue = await arrangeVenue()
  const member = await arriveAs('member')
  const first = await arrangeBooking({ venue, userId: member.userId })
  const later = { startsInMinutes: 24 * 60 }
  const second = await arrangeBooking({ venue, userId: member.userId }, later)
  const page = await member.context.newPage()
  await openPass(page)
  await expect(page.getByRole('img', { name: `seat ${first.seat}` })).toBeVisible()
  await page.getByRole('button', { name: second.seat }).click()
  await expect(page.getByRole('img', { name: `seat ${second.seat}` })).toBeInViewport()
  await expect(page.getByText('You will be let in from')).toBeVisible()
  await expectAccessible(page)
})

test('the page itself says nothing about who looks at it', async ({ arriveAs, request }) => {
  const member = await arriveAs('member', { name: 'Zenobia Quill' })
  const sameForAll = (html: string) => html.replace(/nonce="[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, '')
  const [mine, anybodys] = await Promise.all(
    [member.request, request].map(async (visitor) => (await visitor.get('/pass')).text()),
  )
  expect(mine).not.toContain('Zenobia')
  expect(mine).not.toContain(member.userId)
  expect(sameForAll(mine!).length).toBe(sameForAll(anybodys!).length)
})
