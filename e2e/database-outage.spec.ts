import { bringDatabaseBack, takeDatabaseAway } from './database-outage.ts'
import { expect, test } from './fixtures.ts'
import {
  arrangeOwnBooking,
  arrangeReadingRoom,
  bookingsOf,
  keysSentBy,
  openSeat,
  phone,
  tomorrowMorning,
} from './member-scene.ts'

test.use({ viewport: phone, hasTouch: true })

test('while the database is away nothing is lost, and when it is back the same press counts once', async ({
  app,
  arriveAs,
  request,
}) => {
  test.setTimeout(120_000)
  const canceller = await arriveAs('member')
  await arrangeOwnBooking(canceller.userId)
  const bookings = await canceller.context.newPage()
  await bookings.goto('/bookings')
  const booker = await arriveAs('member')
  const plan = await booker.context.newPage()
  const room = await arrangeReadingRoom()
  await plan.goto(tomorrowMorning(room))
  const sheet = await openSeat(plan, 'A2')
  const book = sheet.getByRole('button', { name: 'Book', exact: true })
  const [keysOfBooking, keysOfCancelling] = [keysSentBy(plan), keysSentBy(bookings)]
  const cancelled = bookings.getByText('A1, tomorrow 09:00–13:00: cancelled')

  await takeDatabaseAway(app.databaseUrl)
  try {
    await book.click()
    await expect(sheet).toContainText('The database cannot be reached right now.')
    await expect(book).toBeEnabled()
    await bookings.getByRole('button', { name: 'Cancel', exact: true }).click()
    await expect(bookings.getByRole('alert').getByText('The database cannot be')).toBeVisible()
  } finally {
    await bringDatabaseBack(app.databaseUrl)
  }
  // The worker counts too: without it nobody would release what is not used.
  await expect
    .poll(async () => (await (await request.get('/health')).json()).status, { timeout: 60_000 })
    .toBe('ok')

  await book.click()
  await expect(plan.getByText('A2 is yours')).toBeVisible()
  expect(await bookingsOf(booker.userId)).toHaveLength(1)
  await bookings.getByRole('button', { name: 'Try again' }).click()
  await expect(cancelled).toBeVisible()
  expect(await bookingsOf(canceller.userId)).toHaveLength(0)
  expect(keysOfBooking).toEqual([keysOfBooking[0], keysOfBooking[0]])
  expect(keysOfCancelling).toEqual([keysOfCancelling[0], keysOfCancelling[0]])
})
