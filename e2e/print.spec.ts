import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, seatOf, tomorrowIn } from './member-scene.ts'

test('paper has the plan with its exact time, and the bookings, as ink on white', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const room = await arrangeReadingRoom('Room on paper')
  const { makeBooking } = await import('#lib/testing/factories.ts')
  const { instantOfWallTime } = await import('#lib/time.ts')
  const { timeZone } = room.venue
  const day = tomorrowIn(timeZone)
  await makeBooking({
    userId: member.userId,
    seatId: room.seats[0]!.id,
    startsAt: instantOfWallTime(day, 9 * 60, timeZone),
    endsAt: instantOfWallTime(day, 13 * 60, timeZone),
  })
  await member.context.addCookies([
    { name: 'theme', value: 'dark', url: test.info().project.use.baseURL! },
  ])
  const page = await member.context.newPage()
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })

  await page.goto(`${room.path}&day=${day}&from=09:00&to=13:00`)
  await expect(seatOf(page, 'A1')).toBeVisible()
  await expect(page.getByText(exactTime(day))).toBeVisible()
  await expect(page.getByText('Room on paper')).toBeVisible()
  await expectInkAlone(page)

  await page.goto('/bookings')
  await expect(page.getByRole('listitem').filter({ hasText: 'A1' })).toContainText(exactTime(day))
  await expectInkAlone(page)
})

async function expectInkAlone(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Account and settings' })).toHaveCount(0)
  const ink = await page.evaluate(() => getComputedStyle(document.body).color)
  expect(ink).toBe('rgb(30, 36, 33)')
}

/** "Monday, November 23, 2026, 09:00–13:00", whatever offset comes after it. */
function exactTime(day: string): RegExp {
  const year = day.slice(0, 4)
  return new RegExp(`day, \\w+ \\d+, ${year}, 09:00–13:00`)
}
