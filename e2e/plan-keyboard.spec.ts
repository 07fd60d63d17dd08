import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, bookingsOf, seatOf, tomorrowIn } from './member-scene.ts'

test.use({ viewport: { width: 1280, height: 720 } })

test('a seat is found and booked without a pointer', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await page.goto(`${room.path}&day=${tomorrowIn(room.venue.timeZone)}&from=09:00&to=13:00`)
  const focused = page.locator('[data-seat]:focus')

  // Tab comes to the plan once, wherever it begins on the page, and leaves it at once.
  for (let stops = 0; (await focused.count()) === 0; stops++) {
    expect(stops).toBeLessThan(30)
    await page.keyboard.press('Tab')
  }
  await expect(focused).toHaveAccessibleName('A1, desk by the window, free')
  await expect(page.getByRole('group', { name: /Plan of the floor/ })).toHaveAccessibleDescription(
    /Arrow keys go from seat to seat/,
  )

  for (const [key, label] of [
    ['ArrowRight', 'A2'],
    ['ArrowRight', 'A3'],
    ['ArrowDown', 'B3'],
    ['ArrowLeft', 'B2'],
    ['ArrowUp', 'A2'],
    ['ArrowUp', 'A2'],
    ['End', 'B4'],
    ['Home', 'A1'],
    ['ArrowDown', 'B1'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(focused).toHaveAttribute('data-seat', label)
  }

  await page.keyboard.press('Tab')
  await expect(focused).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(focused).toHaveAttribute('data-seat', 'B1')

  await page.keyboard.press('Space')
  const sheet = page.getByRole('dialog', { name: 'B1' })
  await expect(sheet).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(focused).toHaveAttribute('data-seat', 'B1')

  await page.keyboard.press('Enter')
  await expect(sheet).toBeFocused()
  const book = sheet.getByRole('button', { name: 'Book', exact: true })
  await tabTo(page, book)
  await page.keyboard.press('Enter')
  await expect(page.getByText('B1 is yours')).toBeVisible()
  await expect(focused).toHaveAccessibleName('B1, quiet desk, yours until tomorrow 13:00')
  expect(await bookingsOf(member.userId)).toHaveLength(1)

  // The toast is a landmark that F6 goes to, and Undo is in it.
  await page.keyboard.press('F6')
  await tabTo(page, page.getByRole('button', { name: 'Undo' }))
  await page.keyboard.press('Enter')
  await expect(seatOf(page, 'B1')).toHaveAttribute('data-state', 'free')
})

test('arrows follow the screen when the plan stands upright on a phone', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  const room = await arrangeReadingRoom()
  await page.goto(`${room.path}&day=${tomorrowIn(room.venue.timeZone)}&from=09:00&to=13:00`)
  const focused = page.locator('[data-seat]:focus')
  // What is streamed is there a moment before it is shown, and cannot be focused yet.
  await expect(seatOf(page, 'A1')).toBeVisible()
  await seatOf(page, 'A1').focus()
  // Turned by a quarter, the upper row is the right column.
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('data-seat', 'A2')
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAttribute('data-seat', 'B2')
})

test('on the demo’s plan no seat is smaller than a thumb on a phone', async ({ arriveAs }) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto('/seats')
  await expect(page.locator('.plan-stage')).toBeVisible()
  const sizes = await page.locator('.plan-stage .seat-reach').evaluateAll((marks) =>
    marks.map((mark) => {
      const { width, height } = mark.getBoundingClientRect()
      return Math.min(width, height)
    }),
  )
  expect(sizes).toHaveLength(30)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
})

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; !(await target.evaluate((it) => it === document.activeElement)); stops++) {
    expect(stops).toBeLessThan(10)
    await page.keyboard.press('Tab')
  }
}
