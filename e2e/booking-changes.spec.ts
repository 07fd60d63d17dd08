import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, bookingsOf, openSeat, phone, tomorrowIn } from './member-scene.ts'

test.use({ viewport: phone, hasTouch: true })

/** A member with A1 tomorrow from 9 to 13. */
async function arrangeBooking(userId: string) {
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const { instantOfWallTime } = await import('#lib/time.ts')
  const room = await arrangeReadingRoom()
  const { timeZone } = room.venue
  const day = tomorrowIn(timeZone)
  const at = (hour: number) => instantOfWallTime(day, hour * 60, timeZone)
  const seatId = room.seats[0]!.id
  await makeBooking({ userId, seatId, startsAt: at(9), endsAt: at(13) })
  return { ...room, at }
}

test('a member moves a booking to another seat, and takes it back', async ({ arriveAs }) => {
  const { context, userId } = await arriveAs('member')
  const { at } = await arrangeBooking(userId)
  const page = await context.newPage()
  await page.goto('/bookings')
  await page.getByRole('link', { name: 'Move' }).click()
  await expect(page.getByText('Moving A1, tomorrow 09:00–13:00')).toBeVisible()
  await expectAccessible(page)
  const sheet = await openSeat(page, 'B2')
  await sheet.getByRole('button', { name: 'Move here' }).click()
  await expect(page.getByText('Moved to B2')).toBeVisible()
  await expect(page).toHaveURL(/\/bookings\?state=expected/)
  expect(await bookingsOf(userId)).toMatchObject([{ startsAt: at(9), seat: { label: 'B2' } }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Your booking is where it was')).toBeVisible()
  expect(await bookingsOf(userId)).toMatchObject([{ startsAt: at(9), seat: { label: 'A1' } }])
})

test('a member ends a booking earlier, and takes that back too', async ({ arriveAs }) => {
  const { context, userId } = await arriveAs('member')
  const { at } = await arrangeBooking(userId)
  const page = await context.newPage()
  await page.goto('/bookings')
  await page.getByRole('button', { name: 'Shorten' }).click()
  await page.getByLabel('New end').selectOption({ label: '11:00' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'End then' }).click()
  await expect(page.getByText('A1 now ends 11:00')).toBeVisible()
  expect(await bookingsOf(userId)).toMatchObject([{ endsAt: at(11) }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('A1, tomorrow 09:00–13:00: as it was')).toBeVisible()
  expect(await bookingsOf(userId)).toMatchObject([{ endsAt: at(13) }])
})

test('who is late asks for fifteen more minutes, once', async ({ arriveAs }) => {
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const { addMinutes } = await import('#lib/time.ts')
  const { context, userId } = await arriveAs('member')
  const { seats } = await arrangeReadingRoom()
  const startsAt = addMinutes(new Date(), -8)
  const time = { startsAt, endsAt: addMinutes(startsAt, 120) }
  await makeBooking({ userId, seatId: seats[0]!.id, ...time })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: '15 more minutes' }).click()
  await expect(page.getByText('A1 waits for you 15 minutes longer')).toBeVisible()
  await expect(page.getByRole('button', { name: '15 more minutes' })).toBeHidden()
  const [booking] = await bookingsOf(userId)
  expect(booking).toMatchObject({ releaseDueAt: addMinutes(startsAt, 30) })
})

test('a member books their usual seat from home with one tap', async ({ arriveAs }) => {
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const { addDays, instantOfWallTime } = await import('#lib/time.ts')
  const { context, userId } = await arriveAs('member')
  const { venue, seats } = await arrangeReadingRoom()
  const { timeZone } = venue
  const tomorrow = tomorrowIn(timeZone)
  const at = (day: string, hour: number) => instantOfWallTime(day, hour * 60, timeZone)
  for (const weeks of [1, 2]) {
    const day = addDays(tomorrow, -7 * weeks)
    const time = { startsAt: at(day, 9), endsAt: at(day, 13) }
    await makeBooking({ userId, seatId: seats[0]!.id, ...time })
  }
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Book A1, tomorrow 09:00–13:00' }).click()
  await expect(page.getByText('A1 is yours')).toBeVisible()
  const [booking] = await bookingsOf(userId).then((all) =>
    all.filter(({ endsAt }) => endsAt > new Date()),
  )
  expect(booking).toMatchObject({ startsAt: at(tomorrow, 9), seat: { label: 'A1' } })
})
