import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, bookingsOf, tomorrowIn } from './member-scene.ts'

test('an admin finds a booking and cancels it with a reason', async ({ arriveAs }) => {
  const { makeBooking, makeUser } = await import('#lib/testing/factories.ts')
  const { instantOfWallTime } = await import('#lib/time.ts')
  const { context } = await arriveAs('admin')
  const { venue, seats } = await arrangeReadingRoom()
  const day = tomorrowIn(venue.timeZone)
  const startsAt = instantOfWallTime(day, 9 * 60, venue.timeZone)
  const endsAt = instantOfWallTime(day, 13 * 60, venue.timeZone)
  const [ada, bob] = [await makeUser({ name: 'Ada Long' }), await makeUser({ name: 'Bob Short' })]
  await makeBooking({ userId: ada.id, seatId: seats[0]!.id, startsAt, endsAt })
  await makeBooking({ userId: bob.id, seatId: seats[1]!.id, startsAt, endsAt })

  const page = await context.newPage()
  await page.goto(`/admin/bookings?venue=${venue.slug}`)
  await expect(page.getByText('2 bookings')).toBeVisible()
  await page.getByLabel('Name or e-mail').fill('ada')
  await page.getByRole('textbox', { name: 'Day' }).fill(day)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/person=ada/)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Cancel the booking A1, Ada Long' }).click()
  await page.getByRole('button', { name: 'Cancel the booking' }).click()
  await expect(page.getByText('The member is owed a reason.')).toBeVisible()
  await page.getByLabel('Why is it cancelled?').fill('Asked by phone')
  await page.getByRole('button', { name: 'Cancel the booking' }).click()
  await expect(page.getByText('A1, Ada Long: cancelled')).toBeVisible()
  expect(await bookingsOf(ada.id)).toEqual([])
  expect(await bookingsOf(bob.id)).toHaveLength(1)
})

test('an admin tries a rule against the last month, and saves it', async ({ arriveAs }) => {
  const { makeBooking, makeUser } = await import('#lib/testing/factories.ts')
  const { addMinutes } = await import('#lib/time.ts')
  const { db } = await import('#lib/db/client.ts')
  const { context } = await arriveAs('admin')
  const { venue, seats } = await arrangeReadingRoom()
  const startsAt = addMinutes(new Date(), -3 * 24 * 60)
  const ada = await makeUser({ name: 'Ada Long' })
  const time = { startsAt, endsAt: addMinutes(startsAt, 300) }
  await makeBooking({ userId: ada.id, seatId: seats[0]!.id, ...time })

  const page = await context.newPage()
  await page.goto(`/admin/rules?venue=${venue.slug}&kind=desk`)
  const longest = page.getByRole('textbox', { name: 'Longest booking', exact: true })
  await longest.fill('240')
  await longest.blur()
  await page.getByRole('button', { name: 'Try on the last month' }).click()
  await expect(page.getByText('It would have refused 1 of 1 booking.')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Ada Long' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rule judges from now on')).toBeVisible()
  const rule = { venueId: venue.id, kind: 'desk' as const, retiredAt: null }
  expect(await db().bookingRule.findMany({ where: rule })).toMatchObject([
    { version: 1, longestMinutes: 240 },
  ])
})
