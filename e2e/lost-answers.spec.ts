import { expect, test } from './fixtures.ts'
import {
  arrangeReadingRoom,
  bookingsOf,
  loseNextAnswer,
  openSeat,
  phone,
  seatOf,
  tomorrowMorning,
} from './member-scene.ts'

test.use({ viewport: phone, hasTouch: true })

test('a booking that was made in silence and cancelled is not told as made by the next press', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'A3')
  await loseNextAnswer(page)
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toContainText('No answer came')
  await page.keyboard.press('Escape')
  await expect(seatOf(page, 'A3')).toHaveAttribute('data-state', 'mine')

  await openSeat(page, 'A3')
  await expect(sheet).not.toContainText('No answer came')
  await sheet.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(seatOf(page, 'A3')).toHaveAttribute('data-state', 'free')
  await openSeat(page, 'A3')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByText('A3 is yours')).toBeVisible()
  expect(await bookingsOf(member.userId)).toHaveLength(1)
})

test('what was made in silence and cancelled in another tab is told as cancelled, and the next press books', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const [page, other] = [await member.context.newPage(), await member.context.newPage()]
  const room = await arrangeReadingRoom()
  // Else the plan learns by itself what became of the press.
  await page.route('**/api/v1/events', (route) => route.abort())
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'A3')
  await loseNextAnswer(page)
  const book = sheet.getByRole('button', { name: 'Book', exact: true })
  await book.click()
  await expect(sheet).toContainText('No answer came')
  await other.goto('/bookings')
  await other.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(other.getByRole('button', { name: 'Bring back' })).toBeVisible()

  await book.click()
  await expect(sheet).toContainText('This booking was cancelled')
  expect(await bookingsOf(member.userId)).toHaveLength(0)
  await book.click()
  await expect(page.getByText('A3 is yours')).toBeVisible()
  expect(await bookingsOf(member.userId)).toHaveLength(1)
})
