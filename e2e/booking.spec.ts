import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import {
  arrangeReadingRoom,
  bookingsOf,
  loseNextAnswer,
  openSeat,
  phone,
  seatOf,
  shownTime,
  tomorrowIn,
  tomorrowMorning,
  type ReadingRoom,
} from './member-scene.ts'

const languages = {
  en: {
    book: 'Book',
    mine: 'Your seat A1 tomorrow 09:00–13:00, show the pass',
    isYours: 'A1 is yours',
    undo: 'Undo',
    takenBack: 'The booking of A1 is taken back',
    pass: 'Show the pass',
    cancel: 'Cancel',
    cancelled: 'A1, tomorrow 09:00–13:00: cancelled',
    again: 'A1, tomorrow 09:00–13:00: yours again',
    spoken: 'A1, desk by the window, free',
  },
  ru: {
    book: 'Забронировать',
    mine: 'Ваше место A1 завтра 09:00–13:00, показать пропуск',
    isYours: 'Место A1 ваше',
    undo: 'Вернуть',
    takenBack: 'Бронь места A1 отменена',
    pass: 'Показать пропуск',
    cancel: 'Отменить',
    cancelled: 'A1, завтра 09:00–13:00: бронь отменена',
    again: 'A1, завтра 09:00–13:00: снова ваше',
    spoken: 'A1, стол у окна, свободно',
  },
  pl: {
    book: 'Zarezerwuj',
    mine: 'Twoje miejsce A1 jutro 09:00–13:00, pokaż przepustkę',
    isYours: 'Miejsce A1 jest twoje',
    undo: 'Cofnij',
    takenBack: 'Rezerwacja miejsca A1 cofnięta',
    pass: 'Pokaż przepustkę',
    cancel: 'Odwołaj',
    cancelled: 'A1, jutro 09:00–13:00: odwołano',
    again: 'A1, jutro 09:00–13:00: znów twoje',
    spoken: 'A1, biurko przy oknie, wolne',
  },
}

test.use({ viewport: phone, hasTouch: true })

for (const [locale, words] of Object.entries(languages)) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('a member books in two taps, takes it back, books again and cancels with a way back', async ({
      arriveAs,
    }) => {
      const member = await arriveAs('member')
      const page = await member.context.newPage()
      const room = await arrangeReadingRoom()
      await page.goto('/')
      await expectAccessible(page)
      await page.goto(tomorrowMorning(room))
      await expect(seatOf(page, 'A1')).toHaveAccessibleName(words.spoken)
      await expectAccessible(page)

      const sheet = await openSeat(page, 'A1')
      await expectAccessible(page)
      await sheet.getByRole('button', { name: words.book }).click()
      await expect(page.getByText(words.isYours)).toBeVisible()
      await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'mine')
      await expect(page.getByRole('link', { name: words.mine })).toBeVisible()
      await expect(sheet).toBeHidden()

      await page.getByRole('button', { name: words.undo }).click()
      await expect(page.getByText(words.takenBack)).toBeVisible()
      await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
      await openSeat(page, 'A1')
      await sheet.getByRole('button', { name: words.book }).click()
      await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'mine')
      await page.reload()
      await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'mine')
      await expectAccessible(page)

      await page.goto('/')
      await expect(page.getByRole('link', { name: words.pass })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/bookings')
      await expectAccessible(page)
      await page.getByRole('button', { name: words.cancel, exact: true }).click()
      await expect(page.getByText(words.cancelled)).toBeVisible()
      await page.getByRole('button', { name: words.undo, exact: true }).click()
      await expect(page.getByText(words.again)).toBeVisible()
      expect(await bookingsOf(member.userId)).toHaveLength(1)
    })
  })
}

test('a seat that was taken in the meantime is refused on the spot, and an alternative is one tap away', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'A1')
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const time = await shownTime(room)
  await makeBooking({ seatId: room.seats[0]!.id, ...time })

  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toContainText('Somebody has seat A1 from 09:00 to 13:00.')
  const instead = sheet.getByRole('region', { name: 'What would be possible' })
  await expect(instead.getByRole('button')).toHaveCount(3)
  await expectAccessible(page)
  await instead.getByRole('button', { name: 'Book A2 tomorrow 09:00–13:00' }).click()
  await expect(page.getByText('A2 is yours')).toBeVisible()
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'taken')
  await expect(seatOf(page, 'A2')).toHaveAttribute('data-state', 'mine')
  await expect(seatOf(page, 'A1')).toHaveAccessibleName(/taken until tomorrow 13:00/)
})

test('a double click books once', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'B2')
  await sheet.getByRole('button', { name: 'Book', exact: true }).dblclick()
  await expect(page.getByText('B2 is yours')).toBeVisible()
  await expect(sheet).toBeHidden()
  expect(await bookingsOf(member.userId)).toHaveLength(1)
})

test('when the answer is lost on its way, the same press again finds the booking made', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  // Else the plan learns by itself what became of the press.
  await page.route('**/api/v1/events', (route) => route.abort())
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'A3')
  await loseNextAnswer(page)
  const book = sheet.getByRole('button', { name: 'Book', exact: true })
  await book.click()
  await expect(sheet).toContainText('No answer came')
  expect(await bookingsOf(member.userId)).toHaveLength(1)
  await book.click()
  await expect(page.getByText('A3 is yours')).toBeVisible()
  expect(await bookingsOf(member.userId)).toHaveLength(1)
})

test('a second booking that has not begun is refused with the way to the first', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const time = await shownTime(room)
  await makeBooking({ seatId: room.seats[0]!.id, userId: member.userId, ...time })
  await page.goto(
    `${tomorrowMorning(room)}&from=15:00&to=16:00`.replace('&from=09:00&to=13:00', ''),
  )
  const sheet = await openSeat(page, 'B4')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(sheet).toContainText('You may have 1 booking that has not begun; yours is seat A1')
  await sheet.getByRole('link', { name: 'Show that booking' }).click()
  await expect(page).toHaveURL(/\/bookings#booking-[\w-]+$/)
  const [, anchor] = page.url().split('#')
  await expect(page.locator(`[id="${anchor}"]`)).toContainText('A1')
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
})

test('what one member books, another sees taken', async ({ arriveAs }) => {
  const [one, other] = [await arriveAs('member'), await arriveAs('member')]
  const room = await arrangeReadingRoom()
  const [mine, theirs] = [await one.context.newPage(), await other.context.newPage()]
  await mine.goto(tomorrowMorning(room))
  const sheet = await openSeat(mine, 'B1')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(seatOf(mine, 'B1')).toHaveAttribute('data-state', 'mine')
  await theirs.goto(tomorrowMorning(room))
  await expect(seatOf(theirs, 'B1')).toHaveAttribute('data-state', 'taken')
  const taken = await openSeat(theirs, 'B1')
  await expect(taken.getByRole('button', { name: 'Book', exact: true })).toHaveCount(0)
  await expectAccessible(theirs)
  await taken.getByRole('button', { name: 'B2' }).click()
  await expect(theirs.getByRole('dialog', { name: 'B2' })).toBeVisible()
})

test('who sits leaves with one press, and the seat is free for others', async ({ arriveAs }) => {
  const member = await arriveAs('member', { isVerified: true })
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const minute = 60_000
  await makeBooking({
    seatId: room.seats[0]!.id,
    userId: member.userId,
    startsAt: new Date(Date.now() - 30 * minute),
    endsAt: new Date(Date.now() + 90 * minute),
    checkedInAt: new Date(Date.now() - 25 * minute),
    checkedInById: member.userId,
  })
  await page.goto('/')
  await expect(page.getByText('You are sitting here')).toBeVisible()
  await expect(page.getByText('1 h 30 min left')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Leave the seat' }).click()
  await expect(page.getByText('You have left A1')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No seat is yours yet' })).toBeVisible()
  await page.goto('/bookings?state=finished')
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
  await page.goto(room.path)
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
})

test('the list offers the same seats, and its wishes can be shared', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(`${tomorrowMorning(room)}&view=list`)
  await expect(page.getByText('8 seats of 8, 8 free')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'By the window' }).click()
  await expect(page.getByText('4 seats of 8, 4 free')).toBeVisible()
  const other = await member.context.newPage()
  await other.goto(page.url())
  await expect(other.getByText('4 seats of 8, 4 free')).toBeVisible()
  await other.getByRole('link', { name: 'Quiet', exact: true }).click()
  await expect(other.getByText('No seat has all of this.')).toBeVisible()
  await other.getByRole('link', { name: 'Show all seats' }).click()
  const sheet = await openSeat(other, 'B3')
  await sheet.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(other.getByText('B3 is yours')).toBeVisible()
})

test('day and time are chosen on the strip, and the address follows', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(tomorrowMorning(room))
  await page.getByLabel('From').selectOption('14:00')
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('18:00')
  await page.getByLabel('To', { exact: true }).selectOption('15:30')
  await expect(page).toHaveURL(/from=14%3A00&to=15%3A30/)
  await page.getByRole('link', { name: 'All day' }).click()
  await expect(page.getByLabel('From')).toHaveValue('00:00')
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('24:00')
  await page.getByRole('link', { name: 'The next day' }).click()
  await expect(page).not.toHaveURL(new RegExp(`day=${tomorrowIn(room.venue.timeZone)}`))
})

test('a closed day says so and leads to the next that is open', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom('House of closed days')
  const { db } = await import('#lib/db/client.ts')
  await db().openingHours.deleteMany({
    where: { venueId: room.venue.id, weekday: weekdayOfTomorrow(room) },
  })
  await page.goto(tomorrowMorning(room))
  await expect(page.getByText('Nothing can be booked on this day')).toBeVisible()
  await expect(page.getByText(/House of closed days opens next on /)).toBeVisible()
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'closed')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to that day' }).click()
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
})

test('staff look at the plan and are told who books', async ({ arriveAs }) => {
  const librarian = await arriveAs('librarian')
  const page = await librarian.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto('/')
  await expectAccessible(page)
  await page.goto(tomorrowMorning(room))
  const sheet = await openSeat(page, 'A1')
  await expect(sheet).toContainText('Seats are booked by members')
  await expect(sheet.getByRole('button', { name: 'Book', exact: true })).toHaveCount(0)
  expect((await page.goto('/bookings'))?.status()).toBe(403)
})

test('who is not signed in is asked to, and comes back to the very plan', async ({ page }) => {
  const room = await arrangeReadingRoom()
  await page.goto(tomorrowMorning(room))
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fseats%3Fvenue%3D/)
})

test('an address that makes no sense shows the plan of today', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  const nonsense =
    'day=2026-99-99&from=noon&to=%00&floor=cellar&view=hologram&kind=throne&minutes=-1'
  expect((await page.goto(`${room.path}&${nonsense}`))?.status()).toBe(200)
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
  expect((await page.goto('/seats?venue=atlantis'))?.status()).toBe(404)
})

function weekdayOfTomorrow({ venue }: ReadingRoom): number {
  return new Date(`${tomorrowIn(venue.timeZone)}T12:00:00Z`).getUTCDay() || 7
}
