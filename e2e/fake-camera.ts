import { chromium, type Browser, type LaunchOptions, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'

/** A modest camera: the browser has to play its film in software, beside everything else. */
const size = { width: 640, height: 480 }

/**
 * Takes a picture of a phone's screen as a camera at a door would: the phone lies a little turned in a wide, dark picture.
 * Returns the picture as JPEG.
 */
export async function photograph(phone: Page): Promise<Buffer> {
  const screen = (await phone.screenshot()).toString('base64')
  const studio = await phone.context().browser()!.newPage({ viewport: size })
  await studio.setContent(
    `<body style="margin:0;background:#3a3733;display:grid;place-items:center;height:100vh">
      <img src="data:image/png;base64,${screen}" style="height:456px;border:8px solid #111;border-radius:20px;rotate:4deg">`,
  )
  await studio.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const picture = await studio.screenshot({ type: 'jpeg', quality: 70 })
  await studio.close()
  return picture
}

/** The table before anybody holds up a phone. */
export async function photographNothing(phone: Page): Promise<Buffer> {
  const studio = await phone.context().browser()!.newPage({ viewport: size })
  await studio.setContent('<body style="background:#3a3733">')
  const picture = await studio.screenshot({ type: 'jpeg', quality: 70 })
  await studio.close()
  return picture
}

/** Chromium shows this many pictures of such a film in a second, and starts again at its end. */
const picturesPerSecond = 30

/** A browser whose camera sees these pictures one after the other, each for so many seconds. */
export async function launchWithCamera(
  options: LaunchOptions,
  file: string,
  film: [picture: Buffer, seconds: number][],
): Promise<Browser> {
  const pictures = film.flatMap(([picture, seconds]) =>
    Array.from({ length: seconds * picturesPerSecond }, () => picture),
  )
  writeFileSync(file, Buffer.concat(pictures))
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

type Times = { pictures: number[]; verdicts: number[] }

/**
 * Runs in the page: notes whenever the camera's picture turns from the dark table to a bright screen, and whenever there is
 * a new verdict. {@link verdictMs} tells the time between the two.
 */
export function timeVerdicts(): void {
  const times: Times = { pictures: [], verdicts: [] }
  Object.assign(window, { times })
  const canvas = new OffscreenCanvas(1, 1)
  const pixel = canvas.getContext('2d', { willReadFrequently: true })!
  let isBright = false
  let shown: Element | null = null

  function watch(video: HTMLVideoElement) {
    const { videoWidth: width, videoHeight: height } = video
    pixel.drawImage(video, width / 2 - 20, height / 2 - 20, 40, 40, 0, 0, 1, 1)
    const [red = 0] = pixel.getImageData(0, 0, 1, 1).data
    if (red > 110 && !isBright) times.pictures.push(performance.now())
    isBright = red > 110
    video.requestVideoFrameCallback(() => watch(video))
  }

  new MutationObserver(() => {
    const video = document.querySelector('video')
    if (video && !video.dataset.timed) {
      video.dataset.timed = 'yes'
      video.requestVideoFrameCallback(() => watch(video))
    }
    const verdict = document.querySelector('[data-verdict]')
    if (verdict && verdict !== shown) times.verdicts.push(performance.now())
    shown = verdict
  }).observe(document, { childList: true, subtree: true })
}

/** From each picture to its verdict, in milliseconds. */
export async function verdictMs(page: Page): Promise<number[]> {
  const { pictures, verdicts } = await page.evaluate(
    () => (window as never as { times: Times }).times,
  )
  return verdicts.map((at, index) => Math.round(at - pictures[index]!))
}
