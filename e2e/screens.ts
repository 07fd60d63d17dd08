import type { APIRequestContext, Page } from '@playwright/test'
import { locales } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages.ts'
import { postCredentials } from './fixtures.ts'

export type Screen = {
  name: string
  path: string
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
  { name: 'home-empty', path: '/', as: 'unverified' },
  { name: 'home-staff', path: '/', as: 'admin' },
  { name: 'plan', path: '/seats', as: 'second' },
  { name: 'plan-seat', path: '/seats', as: 'second', prepare: openFreeSeat },
  { name: 'plan-list', path: '/seats?view=list', as: 'second' },
  { name: 'bookings', path: '/bookings', as: 'member' },
  { name: 'bookings-empty', path: '/bookings', as: 'unverified' },
  { name: 'pass-empty', path: '/pass', as: 'unverified' },
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
  { name: 'home-booked', path: '/', as: 'second' },
  { name: 'pass', path: '/pass', as: 'second', prepare: waitForPass },
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

async function waitForPass(page: Page): Promise<void> {
  await page.getByRole('img', { name: /QR/ }).first().waitFor()
}
