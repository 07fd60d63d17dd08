import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { arrangeReadingRoom, openSeat, phone, seatOf, tomorrowIn } from './member-scene.ts'

test.use({ viewport: phone })

/** The languages with the longer words. */
for (const locale of ['ru', 'pl']) {
  test.describe(`on a small phone, in ${locale}`, () => {
    test.use({ locale })

    test('nothing of the open pages is cut or wider than the screen', async ({ page }) => {
      for (const path of ['/sign-in', '/register', '/nowhere', '/pass']) {
        await page.goto(path)
        await expectWhole(page)
      }
    })

    test('nothing of a member’s pages is cut or wider than the screen', async ({ arriveAs }) => {
      const member = await arriveAs('member', { name: 'Александра Константинопольская' })
      const page = await member.context.newPage()
      const room = await arrangeReadingRoom('Читальня на Краковском Предместье')
      const day = tomorrowIn(room.venue.timeZone)
      for (const path of ['/', '/bookings', '/admin/check-in', `${room.path}&view=list&kind=x`]) {
        await page.goto(path)
        await expectWhole(page)
      }
      await page.goto(`${room.path}&day=${day}&from=09:00&to=13:00`)
      await expectWhole(page)
      await openSeat(page, 'B1')
      await expectWhole(page)
      await page.getByRole('dialog').getByRole('button').last().click()
      await expect(seatOf(page, 'B1')).toHaveAttribute('data-state', 'mine')
      await openSeat(page, 'B1')
      await expectWhole(page)
      for (const path of ['/', '/bookings', '/bookings?state=here', `${room.path}&view=list`]) {
        await page.goto(path)
        await expectWhole(page)
      }
    })

    test('nothing of the pages of staff is cut or wider than the screen', async ({ arriveAs }) => {
      const admin = await arriveAs('admin')
      const page = await admin.context.newPage()
      for (const path of ['/', '/seats', '/admin/check-in']) {
        await page.goto(path)
        await expectWhole(page)
      }
    })
  })
}

async function expectWhole(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByRole('status', { name: /…$/ })).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => null))
  const { width, cut } = await page.evaluate(findCut)
  expect(width, `the width of ${page.url()}`).toBeLessThanOrEqual(phone.width)
  expect(cut, `what is cut on ${page.url()}`).toEqual([])
}

/** Runs in the page: how wide it is, and the words that run out of their box. */
function findCut() {
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const isSpokenOnly = (element: HTMLElement) =>
    element.closest('.sr-only, svg') !== null || element.offsetWidth <= 1
  const scrollsAside = (element: Element) => element.closest('.overflow-x-auto') !== null
  const holdsWords = (element: Element) =>
    [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
    )
  const cut = [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => isShown(element) && holdsWords(element) && !isSpokenOnly(element))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      const isOutside = !scrollsAside(element) && (left < 0 || right > window.innerWidth + 0.5)
      const isBlock = getComputedStyle(element).display !== 'inline'
      return isOutside || (isBlock && element.scrollWidth > element.clientWidth + 1)
    })
    .map(({ textContent }) => textContent)
  return { width: document.documentElement.scrollWidth, cut }
}
