import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

export const phone = { width: 360, height: 640 }

/** A reading room of its own, open around the clock, with two rows of four seats: no other journey takes them. */
export async function arrangeReadingRoom(name = 'Reading room of the journeys') {
  const { makeSeat, makeVenue } = await import('#lib/testing/factories.ts')
  const venue = await makeVenue({ name })
  const seats = []
  for (const [row, letter] of ['A', 'B'].entries()) {
    for (let place = 0; place < 4; place++) {
      seats.push(
        await makeSeat({
          venue,
          label: `${letter}${place + 1}`,
          x: 300 + 400 * place,
          y: 300 + 500 * row,
          kind: row === 0 ? 'desk' : 'quietDesk',
          amenities: row === 0 ? ['window', 'power'] : ['quiet'],
        }),
      )
    }
  }
  return { venue, seats, path: `/seats?venue=${venue.slug}` }
}

export type ReadingRoom = Awaited<ReturnType<typeof arrangeReadingRoom>>

/** On the plan or in the list. */
export function seatOf(page: Page, label: string): Locator {
  return page.locator(`[data-seat="${label}"]`)
}

/** The sheet of the seat, when it has come to rest. */
export async function openSeat(page: Page, label: string): Promise<Locator> {
  await seatOf(page, label).click()
  const sheet = page.getByRole('dialog', { name: label })
  await expect(sheet).toBeVisible()
  return sheet
}

/** Tomorrow's date on the wall calendar of a zone. */
export function tomorrowIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now() + 24 * 60 * 60_000)
}

/** The plan of tomorrow morning, when nothing has begun. */
export function tomorrowMorning({ venue, path }: ReadingRoom): string {
  return `${path}&day=${tomorrowIn(venue.timeZone)}&from=09:00&to=13:00`
}

/** 09:00 to 13:00 of tomorrow in the zone of the room. */
export async function shownTime({ venue }: ReadingRoom): Promise<{ startsAt: Date; endsAt: Date }> {
  const { instantOfWallTime } = await import('#lib/time.ts')
  const day = tomorrowIn(venue.timeZone)
  return {
    startsAt: instantOfWallTime(day, 9 * 60, venue.timeZone),
    endsAt: instantOfWallTime(day, 13 * 60, venue.timeZone),
  }
}

/** Those of a person that are in force. */
export async function bookingsOf(userId: string) {
  const { db } = await import('#lib/db/client.ts')
  return db().booking.findMany({
    where: { userId, cancelledAt: null, releasedAt: null },
    include: { seat: true },
  })
}

/** The server does the work, and the phone never hears of it. */
export async function loseNextAnswer(page: Page, path = '/seats'): Promise<void> {
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}
/** A1 of a reading room is somebody's for tomorrow morning. */
export async function arrangeOwnBooking(userId: string): Promise<void> {
  const room = await arrangeReadingRoom()
  const { makeBooking } = await import('#lib/testing/factories.ts')
  await makeBooking({ seatId: room.seats[0]!.id, userId, ...(await shownTime(room)) })
}

/** The keys of the writes that a page sends from now on. */
export function keysSentBy(page: Page): string[] {
  const keys: string[] = []
  page.on('request', (request) => {
    const key = /"key":"([\w-]+)"/.exec(request.postData() ?? '')?.[1]
    if (request.method() === 'POST' && key) keys.push(key)
  })
  return keys
}
