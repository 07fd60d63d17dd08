import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, makePerson, password, signIn, test } from './fixtures.ts'

const newPassword = 'a new password of the journeys'

const languages = {
  en: {
    forgot: 'Forgot the password?',
    email: 'E-mail',
    send: 'Send the link',
    sent: 'a mail is on its way',
    newPassword: 'New password',
    set: 'Set the password',
    done: 'The new password holds',
    signIn: 'Sign in',
    password: 'Password',
    used: 'This link was used already',
  },
  ru: {
    forgot: 'Забыли пароль?',
    email: 'Эл. почта',
    send: 'Отправить ссылку',
    sent: 'письмо уже в пути',
    newPassword: 'Новый пароль',
    set: 'Задать пароль',
    done: 'Новый пароль действует',
    signIn: 'Войти',
    password: 'Пароль',
    used: 'Этой ссылкой уже воспользовались',
  },
  pl: {
    forgot: 'Nie pamiętasz hasła?',
    email: 'E-mail',
    send: 'Wyślij odnośnik',
    sent: 'wiadomość jest już w drodze',
    newPassword: 'Nowe hasło',
    set: 'Ustaw hasło',
    done: 'Nowe hasło już obowiązuje',
    signIn: 'Zaloguj się',
    password: 'Hasło',
    used: 'Ten odnośnik został już użyty',
  },
}

for (const [locale, words] of Object.entries(languages)) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 360, height: 640 } })

    test('who forgot the password sets a new one by the link in the outbox', async ({
      page,
      arriveAs,
      app,
    }) => {
      const { email } = await makePerson('member')
      await page.goto('/sign-in')
      await page.getByRole('link', { name: words.forgot }).click()
      await expect(page).toHaveURL('/forgot-password')
      await expectAccessible(page)
      await page.getByLabel(words.email).fill(email)
      await page.getByRole('button', { name: words.send }).click()
      await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible()

      const admin = await arriveAs('admin')
      const link = await readLink(await admin.context.newPage(), email, words.newPassword)
      const { headers } = await fetch(link).then((answer) => ({ headers: answer.headers }))
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      await page.goto(link)
      await expectAccessible(page)
      const field = page.getByRole('textbox', { name: words.newPassword })
      await field.fill('short')
      await page.getByRole('button', { name: words.set }).click()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await field.fill(newPassword)
      await page.getByRole('button', { name: words.set }).click()
      await expect(page.getByRole('status').filter({ hasText: words.done })).toBeVisible()

      await page.getByRole('link', { name: words.signIn }).click()
      await page.getByLabel(words.email).fill(email)
      await page.getByRole('textbox', { name: words.password }).fill(newPassword)
      await page.getByRole('button', { name: words.signIn, exact: true }).click()
      await expect(page).toHaveURL('/')

      await page.goto(link)
      await expect(page.getByText(words.used)).toBeVisible()
      await expectAccessible(page)
      const token = link.slice(link.lastIndexOf('/') + 1)
      expect(readFileSync(join(app.folder, 'logs', 'web.log'), 'utf8')).not.toContain(token)
    })
  })
}

test('an address is confirmed by its person and not by who only opens the link', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  await page.goto('/settings')
  await expect(page.getByText('not confirmed yet')).toBeVisible()
  await page.getByRole('button', { name: 'Send the mail again' }).click()
  await expect(page.getByText(`on its way to ${member.email}`)).toBeVisible()
  await expectAccessible(page)

  const { tokenMailed } = await import('#lib/testing/mail.ts')
  const path = `/confirm-email/${await tokenMailed(member.email, 'confirmEmail')}`
  for (let i = 0; i < 3; i++) expect((await member.request.get(path)).status()).toBe(200)
  await page.reload()
  await expect(page.getByText('not confirmed yet')).toBeVisible()

  await page.goto(path)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Yes, this is my e-mail' }).click()
  await expect(page.getByText(`${member.email} is confirmed`)).toBeVisible()
  await page.goto('/settings')
  await expect(page.getByText('(confirmed)')).toBeVisible()
})

test('a new password ends the other devices and keeps this one', async ({
  arriveAs,
  playwright,
  baseURL,
}) => {
  const member = await arriveAs('member')
  const phone = await playwright.request.newContext({ baseURL })
  await signIn(phone, member.email)
  const page = await member.context.newPage()
  await page.goto('/settings')
  await page.getByRole('textbox', { name: 'Present password' }).fill(password)
  await page.getByRole('textbox', { name: 'New password' }).fill(newPassword)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The new password holds')).toBeVisible()
  expect((await phone.get('/settings', { maxRedirects: 0 })).status()).toBe(307)
  expect((await member.request.get('/settings', { maxRedirects: 0 })).status()).toBe(200)
  await phone.dispose()
})

test('a lost phone is signed out from another device, and everything from any', async ({
  arriveAs,
  playwright,
  baseURL,
}) => {
  const member = await arriveAs('member')
  const userAgent = 'Mozilla/5.0 (Linux; Android 15; K) Chrome/141.0.0.0 Mobile Safari/537.36'
  const phone = await playwright.request.newContext({ baseURL, userAgent })
  await signIn(phone, member.email)
  const page = await member.context.newPage()
  await page.goto('/settings/devices')
  await expect(page.getByText('2 devices')).toBeVisible()
  await expect(page.getByText('This device')).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign out: Chrome on Android' }).click()
  await expect(page.getByText('1 device', { exact: true })).toBeVisible()
  expect((await phone.get('/settings', { maxRedirects: 0 })).status()).toBe(307)

  await signIn(phone, member.email)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL('**/sign-in')
  for (const request of [phone, member.request]) {
    expect((await request.get('/settings', { maxRedirects: 0 })).status()).toBe(307)
  }
  await phone.dispose()
})

test('an admin finds a person by a slip of the pen, verifies them, changes their roles, and finds it in the log', async ({
  arriveAs,
}) => {
  const admin = await arriveAs('admin', { name: 'Barbara Journey' })
  const member = await arriveAs('member', { name: 'Wilhelmina Quartermaine' })
  const page = await admin.context.newPage()
  await page.goto('/admin/users?q=Quartermane')
  await expect(page.getByRole('status').filter({ hasText: '1 person' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Wilhelmina Quartermaine' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wilhelmina Quartermaine')
  await expectAccessible(page)

  await page.getByLabel('Note').fill('library card seen')
  await page.getByRole('button', { name: 'Verify this person' }).click()
  await expect(page.getByRole('button', { name: 'Take the verification back' })).toBeVisible()
  await page.locator('label').filter({ hasText: 'Librarian' }).click()
  await page.getByRole('button', { name: 'Save the roles' }).click()
  await expect(page.getByText('Roles saved')).toBeVisible()
  expect((await member.request.get('/settings', { maxRedirects: 0 })).status()).toBe(307)

  await page.getByRole('link', { name: 'The whole log about this person' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 entries' })).toBeVisible()
  await expect(page.getByText('library card seen')).toBeVisible()
  // What React Aria announced of the buttons outlives them by some seconds, and then names nothing.
  await page.reload()
  await expectAccessible(page)
  await page.getByLabel('Action', { exact: true }).selectOption({ label: 'Roles changed' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 entry' })).toBeVisible()
})

test('the link from the console makes an admin, who is inside at once', async ({ page, app }) => {
  const { inviteFirstAdmin } = await import('#lib/accounts/invite-first-admin.ts')
  const { systemActor } = await import('#lib/access/actor.ts')
  const wish = { email: 'founder@example.com', isForced: true }
  const { link } = await inviteFirstAdmin(systemActor('console'), wish, new Date())
  await page.goto(new URL(link).pathname)
  await expect(page.getByText('founder@example.com')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Name').fill('Frances Founder')
  await page.getByRole('textbox', { name: 'Password' }).fill(newPassword)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(`${app.url}/`)
  await page.goto('/admin/users?q=founder')
  await expect(page.getByRole('link', { name: 'Frances Founder' })).toBeVisible()
  await page.goto(new URL(link).pathname)
  await expect(page.getByText('This link was used already')).toBeVisible()
})

test('who deletes their account is gone from it, and from the people', async ({ arriveAs }) => {
  const member = await arriveAs('member', { name: 'Theodora Leaving' })
  const page = await member.context.newPage()
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Delete my account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delete my account')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Your password' }).fill('not this one')
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page.locator('form [role=alert]')).toContainText('not your present password')
  await page.getByRole('textbox', { name: 'Your password' }).fill(password)
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await page.waitForURL('**/sign-in')
  expect((await member.request.get('/settings', { maxRedirects: 0 })).status()).toBe(307)

  const admin = await arriveAs('admin')
  const list = await admin.context.newPage()
  await list.goto('/admin/users?q=Theodora')
  await expect(list.getByText('Nobody is found')).toBeVisible()
})

/** The link of the newest mail to this address, as an admin of the demo reads it. */
async function readLink(page: Page, email: string, subject: string): Promise<string> {
  await page.goto(`/admin/outbox?to=${encodeURIComponent(email)}`)
  await expectAccessible(page)
  const mail = page.getByRole('listitem').filter({ hasText: email })
  await mail.filter({ hasText: subject }).first().locator('summary').click()
  const link = mail.getByRole('link').first()
  await expect(link).toBeVisible()
  return (await link.getAttribute('href'))!
}
