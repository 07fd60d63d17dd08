import type { Page } from '@playwright/test'

/** A venue of its own, open around the clock, so that no other journey takes its seats. */
export async function arrangeVenue(name = 'Reading room at the gate') {
  const { makeVenue } = await import('#lib/testing/factories.ts')
  return makeVenue({ name })
}

export type Venue = Awaited<ReturnType<typeof arrangeVenue>>

/** A booking that began five minutes ago, unless told otherwise, on a seat of its own. */
export async function arrangeBooking(
  { venue, userId }: { venue: Venue; userId: string },
  { startsInMinutes = -5, minutes = 120 } = {},
) {
  const { makeBooking, makeSeat } = await import('#lib/testing/factories.ts')
  const startsAt = new Date(Date.now() + startsInMinutes * 60_000)
  const seat = await makeSeat({ venue })
  const booking = await makeBooking({
    userId,
    seatId: seat.id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
  })
  return { ...booking, seat: seat.label }
}

export function doorOf(venue: Venue): string {
  return `/admin/check-in?venue=${venue.slug}`
}

export const phone = { width: 390, height: 844 }

/** Opens the pass on a phone-size screen and waits until it is drawn. */
export async function openPass(page: Page): Promise<void> {
  await page.setViewportSize(phone)
  await page.goto('/pass')
  await page.getByRole('img', { name: /QR/ }).first().waitFor()
}

/** The eight characters that the pass shows now. */
export async function readTypedCode(page: Page): Promise<string> {
  return page.locator('article code').first().innerText()
}

/** As a scanner that plays keyboard: a key each five milliseconds, by their places on the keyboard. */
export async function playKeyboard(page: Page, text: string): Promise<void> {
  // A key may itself make the page ready to listen, and those before it would be lost.
  await page.locator('[data-door][aria-busy=false]').waitFor()
  await page.evaluate((keys) => {
    const target = document.activeElement ?? document.body
    const start = performance.now()
    for (const [index, [code, shiftKey, character]] of keys.entries()) {
      for (const type of ['keydown', 'keyup']) {
        const options = { code, key: character || code, shiftKey, bubbles: true, cancelable: true }
        const event = new KeyboardEvent(type, options)
        // A real key carries the time at which it was pressed, however busy the page is.
        Object.defineProperty(event, 'timeStamp', { value: start + index * 5 })
        const isLeft = target.dispatchEvent(event)
        // What a browser does with a real key that the page leaves to it.
        if (type === 'keydown' && isLeft) document.execCommand('insertText', false, character)
      }
    }
  }, keysOf(text))
}

/** As a person: slowly enough not to be taken for a scanner. */
export async function typeByHand(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 120 })
}

function keysOf(text: string): [code: string, shiftKey: boolean, character: string][] {
  const placeOf = (character: string): [string, boolean] => {
    if (/[A-Z]/.test(character)) return [`Key${character}`, true]
    if (/\d/.test(character)) return [`Digit${character}`, false]
    return character === ':' ? ['Semicolon', true] : ['Period', false]
  }
  return [
    ...[...text].map((key): [string, boolean, string] => [...placeOf(key), key]),
    ['Enter', false, ''],
  ]
}
