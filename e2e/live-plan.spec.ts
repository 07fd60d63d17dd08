import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { openLine } from './breakable-line.ts'
import { expect, test } from './fixtures.ts'
import {
  arrangeReadingRoom,
  openSeat,
  seatOf,
  tomorrowIn,
  type ReadingRoom,
} from './member-scene.ts'

function tomorrowMorning({ venue, path }: ReadingRoom): string {
  return `${path}&day=${tomorrowIn(venue.timeZone)}&from=09:00&to=13:00`
}

async function timeTomorrow({ venue }: ReadingRoom, fromHour: number, toHour: number) {
  const { instantOfWallTime } = await import('#lib/time.ts')
  const day = tomorrowIn(venue.timeZone)
  return {
    startsAt: instantOfWallTime(day, fromHour * 60, venue.timeZone),
    endsAt: instantOfWallTime(day, toHour * 60, venue.timeZone),
  }
}

/** As somebody else would, on another process. Returns when it was committed. */
async function bookElsewhere(room: ReadingRoom, index: number, from = 9, to = 13): Promise<number> {
  const { makeBooking } = await import('#lib/testing/factories.ts')
  await makeBooking({ seatId: room.seats[index]!.id, ...(await timeTomorrow(room, from, to)) })
  return Date.now()
}

/** The page is in touch with the server once the stream has answered. */
async function openLive(page: Page, address: string): Promise<void> {
  const stream = page.waitForResponse('**/api/v1/events')
  await page.goto(address)
  await stream
}

test('what others book is seen within a second, by every tab over one stream', async ({
  arriveAs,
}, testInfo) => {
  const member = await arriveAs('member')
  const room = await arrangeReadingRoom()
  let streams = 0
  member.context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/events')) streams++
  })
  const first = await member.context.newPage()
  await openLive(first, tomorrowMorning(room))
  const second = await member.context.newPage()
  await second.goto(tomorrowMorning(room))
  await expect(seatOf(second, 'A1')).toHaveAttribute('data-state', 'free')
  // It waits to inherit the stream, so it listens.
  await expect
    .poll(() => second.evaluate(async () => (await navigator.locks.query()).pending?.length))
    .toBe(1)

  const times: number[] = []
  for (const [index, label] of room.seats.slice(0, 4).map(({ label }, i) => [i, label] as const)) {
    const committed = await bookElsewhere(room, index)
    await second.waitForFunction(
      (seat) =>
        document.querySelector(`[data-seat="${seat}"]`)?.getAttribute('data-state') === 'taken',
      label,
      { polling: 20 },
    )
    times.push(Date.now() - committed)
    await expect(seatOf(first, label)).toHaveAttribute('data-state', 'taken')
  }
  testInfo.annotations.push({ type: 'from commit to colour, in ms', description: times.join(', ') })
  expect(times.toSorted((a, b) => a - b)[1]).toBeLessThan(1_000)
  expect(streams).toBe(1)

  // The tab that had the stream goes; the other inherits it and misses nothing.
  await first.close()
  await expect.poll(() => streams).toBe(2)
  const { db } = await import('#lib/db/client.ts')
  await db().booking.updateMany({
    where: { seatId: room.seats[0]!.id },
    data: { cancelledAt: new Date(), cancelledById: member.userId },
  })
  await expect(seatOf(second, 'A1')).toHaveAttribute('data-state', 'free')
})

test('a line that broke comes back by itself, with what happened meanwhile', async ({
  arriveAs,
  app,
}) => {
  const member = await arriveAs('member')
  const room = await arrangeReadingRoom()
  const line = await openLine(app.url)
  const page = await member.context.newPage()
  await openLive(page, `${line.url}${tomorrowMorning(room)}`)
  await line.cut()
  await bookElsewhere(room, 0)
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
  await line.mend()
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'taken', { timeout: 20_000 })
  await line.cut()
})

test('the slider recolours the plan as it moves, and letting go makes it the address', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await bookElsewhere(room, 0, 9, 13)
  await page.goto(tomorrowMorning(room))
  const slider = page.getByRole('slider', { name: 'Move the time' })
  await expect(slider).toHaveAttribute('aria-valuetext', '09:00–13:00')
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'taken')
  await slider.focus()
  // Held down, the key has not come up yet: nothing is chosen.
  for (let press = 0; press < 16; press++) await page.keyboard.down('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '13:00–17:00')
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
  expect(new URL(page.url()).searchParams.get('from')).toBe('09:00')
  await page.keyboard.up('ArrowRight')
  await page.waitForURL((url) => url.searchParams.get('from') === '13:00')
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('17:00')
  await expect(seatOf(page, 'A1')).toHaveAttribute('data-state', 'free')
  await expectAccessible(page)
})

test('the day shows every seat from opening to closing, and a line opens its seat', async ({
  arriveAs,
}) => {
  const member = await arriveAs('member')
  const page = await member.context.newPage()
  const room = await arrangeReadingRoom()
  await bookElsewhere(room, 0, 10, 12)
  await page.goto(`${tomorrowMorning(room)}&view=day`)
  const line = page.getByRole('button', { name: /^A1/ })
  await expect(line).toHaveAccessibleName('A1 taken 10:00–12:00')
  await expect(page.getByRole('button', { name: /^A2/ })).toHaveAccessibleName('A2 free all day')
  await expectAccessible(page)
  await openSeat(page, 'A2')
  await page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click()
  await expect(line.page().getByRole('button', { name: /^A2/ })).toHaveAccessibleName(
    'A2 yours 09:00–13:00',
  )
})
