import { expectAccessible } from './accessible.ts'
import { expect, makePerson, password, test } from './fixtures.ts'

const languages = {
  en: {
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail and password do not match an account.',
    needed: 'This is needed.',
  },
  ru: {
    email: 'Эл. почта',
    password: 'Пароль',
    submit: 'Войти',
    wrong: 'Адрес и пароль не подходят ни к одной учётной записи.',
    needed: 'Заполните это поле.',
  },
  pl: {
    email: 'E-mail',
    password: 'Hasło',
    submit: 'Zaloguj się',
    wrong: 'Adres i hasło nie pasują do żadnego konta.',
    needed: 'Wypełnij to pole.',
  },
}

for (const [locale, words] of Object.entries(languages)) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 360, height: 640 } })

    test('a member signs in after a wrong password, and nothing typed is lost', async ({
      page,
    }) => {
      const { email } = await makePerson('member')
      await page.goto('/bookings')
      await expect(page).toHaveURL('/sign-in?next=%2Fbookings')
      await expectAccessible(page)
      await page.getByRole('button', { name: words.submit, exact: true }).click()
      await expect(page.getByText(words.needed).first()).toBeVisible()
      await expectAccessible(page)

      await page.getByLabel(words.email).fill(email)
      await page.getByRole('textbox', { name: words.password }).fill('a wrong password')
      await page.keyboard.press('Enter')
      const summary = page.locator('form [role=alert]')
      await expect(summary).toContainText(words.wrong)
      await expect(summary).toBeFocused()
      await expect(page.getByLabel(words.email)).toHaveValue(email)
      await expectAccessible(page)

      await page.getByRole('textbox', { name: words.password }).fill(password)
      await page.getByRole('button', { name: words.submit, exact: true }).click()
      await expect(page).toHaveURL('/bookings')
      // The form has left the history: Back does not lead to it.
      await page.goto('/sign-in')
      await expect(page).toHaveURL('/')
    })
  })
}

test('a password can be looked at', async ({ page }) => {
  await page.goto('/sign-in')
  const field = page.getByRole('textbox', { name: 'Password' })
  await field.fill('what did I type')
  await expect(field).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await expect(field).toHaveValue('what did I type')
})

test('a page that cannot reach the server says so and keeps what was typed', async ({
  page,
  context,
}) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.locator('form [role=alert]')).toContainText('Carrel could not be reached')
  await expect(page.getByLabel('E-mail')).toHaveValue('ada@example.com')
  await context.setOffline(false)
})

test('a database that is away is not taken for a wrong password', async ({ page, app }) => {
  const { email } = await makePerson('member')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  // What the server answers then; lib/accounts/sign-in.test.ts shows it without a database.
  await page.route('**/api/auth/callback/credentials', (route) =>
    route.fulfill({ status: 401, json: { url: `${app.url}/api/auth/error?error=UNAVAILABLE` } }),
  )
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.locator('form [role=alert]')).toContainText('The database cannot be reached')
  await page.unroute('**/api/auth/callback/credentials')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/')
})

test('a new member registers, however often the button is pressed, and is inside', async ({
  page,
}) => {
  const email = `new-${Date.now()}@example.com`
  await page.goto('/register')
  await page.getByLabel('Name').fill('Nadia New')
  await page.getByLabel('E-mail').fill(email.toUpperCase())
  await page.getByRole('textbox', { name: 'Password' }).fill('too short')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByText('At least 10 characters.', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Make my account' }).dblclick()
  await expect(page).toHaveURL('/')
  const { db } = await import('#lib/db/client.ts')
  const user = await db().user.findUniqueOrThrow({ where: { email }, include: { roles: true } })
  expect(user).toMatchObject({ name: 'Nadia New', verifiedAt: null })
  expect(user.roles.map(({ role }) => role)).toEqual(['member'])
})

test('an e-mail that somebody has is refused with the way out', async ({ page }) => {
  const { email } = await makePerson('member')
  await page.goto('/register')
  await page.getByLabel('Name').fill('Nadia New')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.locator('form [role=alert]')).toContainText(
    'There is an account with this e-mail',
  )
  await expect(page.getByLabel('Name')).toHaveValue('Nadia New')
})

test('who tries to register too often reads how long to wait, and keeps what was typed', async ({
  page,
}) => {
  const email = `often-${Date.now()}@example.com`
  const [{ db }, { aimOf }] = await Promise.all([
    import('#lib/db/client.ts'),
    import('#lib/access/throttle.ts'),
  ])
  const expire = Date.now() + 20 * 60_000
  // The browser asks over either version of localhost.
  for (const address of ['127.0.0.1', '::1']) {
    const key = `register:${aimOf(email, address)}`
    await db().rateLimit.create({ data: { key, points: 10, expire } })
  }
  await page.goto('/register')
  await page.getByLabel('Name').fill('Nadia New')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.locator('form [role=alert]')).toContainText(
    'Too many attempts to make an account. Try again in 20 minutes.',
  )
  await expect(page.getByLabel('Name')).toHaveValue('Nadia New')
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(password)
  expect(await db().user.count({ where: { email } })).toBe(0)
})

test('a link to the sign-in page cannot lead to another site', async ({ page }) => {
  const { email } = await makePerson('member')
  await page.goto('/sign-in?next=//evil.example/')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
})

test('a wrong role is told so, with a way on', async ({ arriveAs }) => {
  const operator = await arriveAs('operator')
  const page = await operator.context.newPage()
  const response = await page.goto('/admin/check-in')
  expect(response?.status()).toBe(403)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This room is for other keys')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'To the start page' }).click()
  await expect(page).toHaveURL('/')
})
