import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, tomorrowIn } from './member-scene.ts'

test('a day is typed without the page moving under the fingers, and Enter goes there', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  const { addDays } = await import('#lib/time.ts')
  const tomorrow = tomorrowIn(room.venue.timeZone)
  const later = addDays(tomorrow, 40)
  await page.goto(`${room.path}&day=${tomorrow}`)
  const field = page.locator('input[name=day]')
  const [year, month, day] = later.split('-')
  await field.focus()
  await expect(field).toHaveCSS('opacity', '1')
  await page.keyboard.type(`${month}${day}${year}`, { delay: 30 })
  await expect(field).toHaveValue(later)
  await expect(page).toHaveURL(new RegExp(`day=${tomorrow}`))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`day=${later}`))
  await expect(field).toHaveValue(later)
})

test('stepping through days by arrow is one way back, and a day that is over is not taken', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  const { addDays } = await import('#lib/time.ts')
  const tomorrow = tomorrowIn(room.venue.timeZone)
  await page.goto(`${room.path}&day=${tomorrow}`)
  const field = page.locator('input[name=day]')
  const pagesBefore = await page.evaluate(() => history.length)
  await field.focus()
  // The year is the last of the three parts in this language.
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(100)
  }
  const inTwoYears = await field.inputValue()
  expect(Number(inTwoYears.slice(0, 4))).toBe(Number(tomorrow.slice(0, 4)) + 2)
  await expect(page).toHaveURL(new RegExp(`day=${tomorrow}`))
  await page.getByRole('link', { name: 'The next day' }).focus()
  await expect(page).toHaveURL(new RegExp(`day=${inTwoYears}`))
  expect(await page.evaluate(() => history.length)).toBe(pagesBefore + 1)

  await field.fill(addDays(tomorrow, -3))
  await field.press('Enter')
  expect(await field.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false)
  await page.getByRole('link', { name: 'The next day' }).focus()
  await expect(field).toHaveValue(inTwoYears)
  await expect(page).toHaveURL(new RegExp(`day=${inTwoYears}`))
})
