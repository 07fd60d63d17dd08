import { expect, test } from './fixtures.ts'
import { arrangeOwnBooking, bookingsOf, keysSentBy, loseNextAnswer, phone } from './member-scene.ts'

test.use({ viewport: phone, hasTouch: true })

test('who cancels in a tab what was cancelled in another is told so, and sees it', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  await arrangeOwnBooking(member.userId)
  const [one, two] = [await member.context.newPage(), await member.context.newPage()]
  for (const page of [one, two]) await page.goto('/bookings')
  await one.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(one.getByText('A1, tomorrow 09:00–13:00: cancelled')).toBeVisible()

  await two.getByRole('button', { name: 'Cancel', exact: true }).click()
  const alert = two.getByRole('alert').filter({ hasText: 'This booking was cancelled.' })
  await expect(alert).toContainText('Cancelling did not work')
  await expect(two.getByRole('button', { name: 'Bring back' })).toBeVisible()
  await expect(two.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0)
  expect(await bookingsOf(member.userId)).toHaveLength(0)
})

test('when nobody knows whether it is cancelled, nothing else is said, and the second try tells', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  await arrangeOwnBooking(member.userId)
  const page = await member.context.newPage()
  await page.goto('/bookings')
  const keys = keysSentBy(page)
  await loseNextAnswer(page, '/bookings')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'No answer came' })
  await expect(alert).toContainText('We cannot tell whether it arrived')
  expect(await bookingsOf(member.userId)).toHaveLength(0)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('A1, tomorrow 09:00–13:00: cancelled')).toBeVisible()
  expect(keys).toEqual([keys[0], keys[0]])
})
