import {
  chromium,
  type Browser,
  type BrowserContext,
  type Cookie,
  type Page,
} from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { locales, type Locale } from '#lib/i18n/locales.ts'
import { findPort } from '#lib/launch/ports.ts'
import { findBrowser } from '#lib/testing/browser.ts'
import { findE2eApp, type E2eApp } from '#lib/testing/e2e-app.ts'
import { postSignIn, screens, type Screen } from './screens.ts'
import { drawSheet, type Shot } from './contact-sheet.ts'

/*
 * `npm run shots`: every screen of the built product, phone and desktop, by day and in the evening, in three languages, on
 * one contact sheet a screen, in shots/. They are made to be looked at. `npm run shots -- plan home` draws those alone whose
 * names begin so.
 */

const folder = 'shots'
const cookies = new Map<string, Cookie[]>()
const widths = { 390: 844, 1280: 800 } as const
const themes = ['light', 'dark'] as const
type Width = keyof typeof widths

if (process.argv.length === 2) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.env.E2E_PORT ??= String(await findPort('127.0.0.1', 3200))
const server = spawn(process.execPath, ['lib/testing/e2e-server.ts'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  const app = await whenReady()
  const browser = await chromium.launch(await findBrowser())
  const wanted = screens.filter(({ name }) => isWanted(name))
  for (const screen of wanted) await shootScreen(browser, app, screen)
  await browser.close()
  console.log(`${wanted.length} contact sheets are in ${folder}/: look at them.`)
} finally {
  server.kill('SIGTERM')
}

function isWanted(name: string): boolean {
  const beginnings = process.argv.slice(2)
  return beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning))
}

async function whenReady(): Promise<E2eApp> {
  const address = `http://localhost:${process.env.E2E_PORT}/health/ready`
  for (let seconds = 0; seconds < 240; seconds++) {
    const isReady = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return findE2eApp()
    if (server.exitCode !== null) throw new Error('The product did not start, see above.')
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error(`${address} did not answer within four minutes.`)
}

async function shootScreen(browser: Browser, app: E2eApp, screen: Screen): Promise<void> {
  const shots: Shot[] = []
  if (screen.as) await findCookies(browser, app, screen.as)
  await screen.arrange?.(app.databaseUrl)
  for (const width of [390, 1280] as const) {
    for (const theme of themes) {
      for (const locale of locales) {
        const context = await open(browser, app, { width, theme, locale })
        if (screen.as) await context.addCookies(await findCookies(browser, app, screen.as))
        shots.push({
          name: `${width} ${theme} ${locale}`,
          width,
          png: await shoot(context, screen),
        })
        await context.close()
      }
    }
  }
  await drawSheet(browser, shots, join(folder, `${screen.name}.png`))
  console.log(screen.name)
}

async function open(
  browser: Browser,
  app: E2eApp,
  { width, theme, locale }: { width: Width; theme: (typeof themes)[number]; locale: Locale },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width, height: widths[width] },
    colorScheme: theme,
    hasTouch: width === 390,
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'locale', value: locale, url: app.url }])
  return context
}

/** Everybody signs in once; later the database may be away. */
async function findCookies(browser: Browser, app: E2eApp, account: string): Promise<Cookie[]> {
  const known = cookies.get(account)
  if (known) return known
  const context = await browser.newContext({ baseURL: app.url })
  await postSignIn(context.request, account, app.demoPassword)
  const fresh = await context.cookies()
  await context.close()
  cookies.set(account, fresh)
  return fresh
}

async function shoot(context: BrowserContext, screen: Screen): Promise<Buffer> {
  const page = await context.newPage()
  await page.goto(screen.path)
  await page.waitForLoadState('networkidle')
  await screen.prepare?.(page)
  if (screen.isWhole) await unroll(page)
  return page.screenshot()
}

/** Makes the window as high as the page, so that what is fixed to its lower edge stays there. */
async function unroll(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, whole) })
}
