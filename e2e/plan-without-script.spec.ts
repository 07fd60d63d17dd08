import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, seatOf, tomorrowIn } from './member-scene.ts'

test('without script another time is chosen on the strip, and the plan is of that time', async ({
  arriveAs,
  browser,
  baseURL,
}) => {
  const member = await arriveAs('member')
  const room = await arrangeReadingRoom('Room without scripts')
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const { instantOfWallTime } = await import('#lib/time.ts')
  const { timeZone } = room.venue
  const day = tomorrowIn(timeZone)
  await makeBooking({
    seatId: room.seats[0]!.id,
    startsAt: instantOfWallTime(day, 14 * 60, timeZone),
    endsAt: instantOfWallTime(day, 16 * 60, timeZone),
  })
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await member.context.storageState(),
  })
  const page = await context.newPage()

  await page.goto(`${room.path}&view=list&with=window`)
  await page.locator('input[name=day]').fill(day)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('4 seats of 8')).toBeVisible()
  await page.getByLabel('From').selectOption('09:00')
  await page.getByLabel('To', { exact: true }).selectOption('11:30')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/from=09%3A00&to=11%3A30/)
  await expect(page).toHaveURL(new RegExp(`venue=${room.venue.slug}.*view=list.*with=window`))
  await expect(seatOf(page, 'A1')).toContainText('Free')

  await page.getByLabel('From').selectOption('15:00')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(seatOf(page, 'A1')).toContainText('Taken')
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'taken')
  await context.close()
})

test('who has script sees no button beside the choices', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  await page.goto('/seats')
  await expect(page.getByRole('form', { name: 'Day and time' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show', exact: true })).toHaveCount(0)
})
