import type { Page } from '@playwright/test'
import { expect, password, test } from './fixtures.ts'

test('the language that a person chose comes along to another browser', async ({
  arriveAs,
  page,
}) => {
  const member = await arriveAs('member')
  const first = await member.context.newPage()
  await first.goto('/')
  await first.getByRole('button', { name: /Account and settings/ }).click()
  await first.getByText('Polski', { exact: true }).click()
  await expect(first.locator('html')).toHaveAttribute('lang', 'pl')

  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await signInByForm(page, member.email)
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
})

test('a browser whose language was chosen keeps it whoever signs in', async ({
  arriveAs,
  page,
  baseURL,
}) => {
  const member = await arriveAs('member')
  const { db } = await import('#lib/db/client.ts')
  await db().user.update({ where: { id: member.userId }, data: { locale: 'pl' } })
  await page.context().addCookies([{ name: 'locale', value: 'en', url: baseURL! }])
  await page.goto('/sign-in')
  await signInByForm(page, member.email)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

async function signInByForm(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}
