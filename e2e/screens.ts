import type { APIRequestContext, Page } from '@playwright/test'
import { locales } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages.ts'
import { execute, takeDatabaseAway } from './database-outage.ts'
import { postCredentials } from './fixtures.ts'

export type Screen = {
  name: string
  path: string
  /** The whole page in place of what fits into the window. */
  isWhole?: boolean
  /** What happened in the database before, once for all pictures of the screen. */
  arrange?: (databaseUrl: string) => Promise<void>
  /** The demo account that looks at it; nobody when absent. */
  as?: 'member' | 'second' | 'unverified' | 'librarian' | 'operator' | 'admin'
  /** What a person does before the picture is taken. */
  prepare?: (page: Page) => Promise<void>
}

/** Every screen, empty, full and in error. A new screen gets a line. */
export const screens: Screen[] = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    prepare: async (page) => {
      await page.locator('input[type=email]').fill('nobody@example.com')
      await page.locator('input[autocomplete=current-password]').fill('not the password')
      await page.locator('form button[type=submit]').click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'register', path: '/register' },
  {
    name: 'register-empty',
    path: '/register',
    prepare: async (page) => {
      await page.locator('form button[type=submit]').click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'forgot-password', path: '/forgot-password' },
  { name: 'forgot-password-sent', path: '/forgot-password', prepare: askForLink },
  { name: 'spent-link', path: '/reset-password/no-link-of-ours' },
  { name: 'settings', path: '/settings', as: 'unverified', isWhole: true },
  { name: 'settings-devices', path: '/settings/devices', as: 'unverified' },
  { name: 'settings-delete-account', path: '/settings/delete-account', as: 'unverified' },
  { name: 'users', path: '/admin/users', as: 'admin' },
  { name: 'users-empty', path: '/admin/users?q=nobody+of+this+name', as: 'admin' },
  {
    name: 'user',
    path: '/admin/users?q=unverified%40',
    as: 'admin',
    isWhole: true,
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Maya Lindqvist' }).click()
      await page.waitForURL('**/admin/users/*')
      await page.getByRole('checkbox').first().waitFor()
    },
  },
  {
    name: 'outbox',
    path: '/admin/outbox',
    as: 'admin',
    prepare: (page) => page.locator('summary').first().click(),
  },
  { name: 'outbox-empty', path: '/admin/outbox?kind=changeEmail', as: 'admin' },
  { name: 'audit', path: '/admin/audit', as: 'admin' },
  { name: 'audit-empty', path: '/admin/audit?action=user.erase', as: 'admin' },
  { name: 'home-empty', path: '/', as: 'unverified' },
  { name: 'home-staff', path: '/', as: 'admin' },
  { name: 'home-librarian', path: '/', as: 'librarian' },
  { name: 'plan', path: '/seats', as: 'second', isWhole: true },
  { name: 'plan-upstairs', path: '/seats', as: 'second', isWhole: true, prepare: goUpstairs },
  { name: 'plan-focus', path: '/seats', as: 'second', prepare: walkByArrows },
  { name: 'plan-seat', path: '/seats', as: 'second', prepare: openFreeSeat },
  { name: 'plan-taken', path: '/seats', as: 'second', prepare: openTakenSeat },
  { name: 'plan-staff', path: '/seats', as: 'librarian', prepare: openFreeSeat },
  { name: 'plan-closed', path: `/seats?day=${inDays(10)}`, as: 'second', isWhole: true },
  { name: 'plan-day', path: '/seats?view=day', as: 'second', isWhole: true },
  { name: 'plan-list', path: '/seats?view=list', as: 'second' },
  {
    name: 'plan-list-wishes',
    path: '/seats?view=list&kind=quietDesk&with=window&free=1',
    as: 'second',
  },
  { name: 'plan-list-none', path: '/seats?view=list&kind=phoneBooth&with=computer', as: 'second' },
  { name: 'bookings', path: '/bookings', as: 'member', isWhole: true },
  { name: 'bookings-filter-empty', path: '/bookings?state=here', as: 'member' },
  { name: 'bookings-empty', path: '/bookings', as: 'unverified' },
  { name: 'pass-empty', path: '/pass', as: 'unverified' },
  { name: 'staff-bookings', path: '/admin/bookings', as: 'admin', isWhole: true },
  { name: 'staff-bookings-none', path: '/admin/bookings?person=nobody', as: 'admin' },
  { name: 'rules', path: '/admin/rules', as: 'admin', isWhole: true },
  { name: 'door', path: '/admin/check-in', as: 'admin' },
  {
    name: 'door-wrong-code',
    path: '/admin/check-in',
    as: 'admin',
    prepare: async (page) => {
      await page.getByRole('textbox').first().fill('ZZZZ ZZZZ')
      await page.keyboard.press('Enter')
      await page.locator('[data-verdict]').waitFor()
      // It comes in over a moment.
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished)),
      )
    },
  },
  { name: 'forbidden', path: '/admin/check-in', as: 'operator' },
  { name: 'not-found', path: '/nowhere', as: 'member' },
  // From here on the second member has a booking.
  { name: 'plan-booked', path: '/seats', as: 'second', prepare: bookOnce },
  { name: 'plan-mine', path: '/seats', as: 'second', prepare: openOwnSeat },
  { name: 'plan-refused', path: '/seats', as: 'second', prepare: bookAnother },
  { name: 'home-booked', path: '/', as: 'second', isWhole: true },
  { name: 'bookings-booked', path: '/bookings', as: 'second' },
  { name: 'pass', path: '/pass', as: 'second', prepare: waitForPass },
  { name: 'home-here', path: '/', as: 'second', isWhole: true, arrange: checkEverybodyIn },
  // Last, because nothing works after it.
  { name: 'database-away', path: '/seats', as: 'member', arrange: takeDatabaseAway },
]

export async function postSignIn(
  request: APIRequestContext,
  account: string,
  password: string,
): Promise<void> {
  const response = await postCredentials(request, `${account}@example.com`, password)
  if (response.status() !== 200) throw new Error(`${account} could not sign in`)
}

const bookInAnyLanguage = new RegExp(
  `^(${locales.map((locale) => messages[locale].seats.sheet.book).join('|')})`,
)

// In turn: nobody gets more than a few mails in an hour.
const forgetful = ['member', 'second', 'unverified']

async function askForLink(page: Page): Promise<void> {
  forgetful.push(forgetful.shift()!)
  await page.locator('input[type=email]').fill(`${forgetful[0]}@example.com`)
  await page.locator('form button[type=submit]').click()
  await page.getByRole('status').first().waitFor()
}

async function openFreeSeat(page: Page): Promise<void> {
  await page.locator('[data-seat][data-state=free]').first().click()
  await page.getByRole('dialog').waitFor()
}

/** The first picture books; in the others the seat is there already. */
async function bookOnce(page: Page): Promise<void> {
  if ((await page.locator('[data-seat][data-state=mine]').count()) > 0) return
  await openFreeSeat(page)
  await page.getByRole('dialog').getByRole('button', { name: bookInAnyLanguage }).click()
  await page.locator('[data-seat][data-state=mine]').first().waitFor()
}

async function openTakenSeat(page: Page): Promise<void> {
  await page.locator('[data-seat][data-state=taken]').first().click()
  await page.getByRole('dialog').waitFor()
}

async function openOwnSeat(page: Page): Promise<void> {
  await page.locator('[data-seat][data-state=mine]').first().click()
  await page.getByRole('dialog').waitFor()
}

/** At the time of the booking that is there: it is refused. */
async function bookAnother(page: Page): Promise<void> {
  await openFreeSeat(page)
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: bookInAnyLanguage }).click()
  await sheet.getByRole('status').waitFor()
}

async function goUpstairs(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Galeria' }).click()
  await page.locator('[data-seat=B1]').waitFor()
}

async function walkByArrows(page: Page): Promise<void> {
  await page.locator('[data-seat=A1]').focus()
  for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
}

/** A day of the demo's calendar. */
function inDays(days: number): string {
  const at = Date.now() + days * 24 * 60 * 60_000
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(at)
}

async function checkEverybodyIn(databaseUrl: string): Promise<void> {
  await execute(
    databaseUrl,
    `UPDATE bookings SET checked_in_at = now(), checked_in_by_id = user_id
     WHERE cancelled_at IS NULL AND released_at IS NULL AND checked_in_at IS NULL AND user_id =
       (SELECT id FROM users WHERE email = 'second@example.com')`,
  )
}

async function waitForPass(page: Page): Promise<void> {
  await page.getByRole('img', { name: /QR/ }).first().waitFor()
}
