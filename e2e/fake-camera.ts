import { chromium, type Browser, type LaunchOptions, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'

/**
 * Takes a picture of a phone's screen as a camera at a door would: the phone lies a little turned in a wide, dark picture.
 * Returns the picture as JPEG.
 */
export async function photograph(phone: Page): Promise<Buffer> {
  const screen = (await phone.screenshot()).toString('base64')
  const studio = await phone
    .context()
    .browser()!
    .newPage({ viewport: { width: 1280, height: 720 } })
  await studio.setContent(
    `<body style="margin:0;background:#3a3733;display:grid;place-items:center;height:100vh">
      <img src="data:image/png;base64,${screen}" style="height:680px;border:12px solid #111;border-radius:28px;rotate:4deg">`,
  )
  await studio.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const picture = await studio.screenshot({ type: 'jpeg', quality: 85 })
  await studio.close()
  return picture
}

/** A browser whose camera shows this picture, and takes it for its own environment. */
export async function launchWithCamera(
  options: LaunchOptions,
  { file, picture }: { file: string; picture: Buffer },
): Promise<Browser> {
  // JPEGs one after the other are a film; one alone is shown again and again.
  writeFileSync(file, picture)
  return chromium.launch({
    ...options,
    args: [
      ...(options.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
  })
}

/** Notes in the page when its camera's first picture came and when a verdict was there; {@link verdictMs} tells the time between. */
export function timeVerdicts(): void {
  const times: { pictureAt?: number; verdictAt?: number } = {}
  Object.assign(window, { times })
  new MutationObserver(() => {
    const video = document.querySelector('video')
    if (video && !video.dataset.timed) {
      video.dataset.timed = 'yes'
      video.requestVideoFrameCallback(() => (times.pictureAt = performance.now()))
    }
    if (document.querySelector('[data-verdict]')) times.verdictAt ??= performance.now()
  }).observe(document, { childList: true, subtree: true })
}

export async function verdictMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { times } = window as never as { times: { pictureAt: number; verdictAt: number } }
    return times.verdictAt - times.pictureAt
  })
}
