import { expect, password, test } from './fixtures.ts'
import { arrangeReadingRoom, openSeat, phone, tomorrowMorning } from './member-scene.ts'

test.use({ viewport: phone, hasTouch: true })

test('who was signed out meanwhile signs in from the refusal and is back at the very plan', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'A4')
  const { db } = await import('#lib/db/client.ts')
  await db().session.updateMany({
    where: { userId: member.userId },
    data: { revokedAt: new Date() },
  })
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await sheet.getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL('**/sign-in?next=*')
  await page.getByLabel('E-mail').fill(member.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/seats\?/)
  expect(new URL(page.url()).searchParams.get('from')).toBe('09:00')
  await openSeat(page, 'A4')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByText('A4 is yours')).toBeVisible()
})
