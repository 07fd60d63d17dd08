import type { Browser } from '@playwright/test'

export type Shot = { name: string; width: number; png: Buffer }

/** Lays the pictures beside each other, each under its name, at half of their size, into one PNG. */
export async function drawSheet(browser: Browser, shots: Shot[], path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 800 } })
  const figures = shots.map(
    ({ name, width, png }) =>
      `<figure><figcaption>${name}</figcaption>
       <img width="${width / 2}" src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  )
  await page.setContent(`<style>
    body { display: flex; flex-wrap: wrap; gap: 16px; margin: 16px; background: #777; font: 13px sans-serif }
    figure { margin: 0 } figcaption { color: #fff; padding: 2px 0 } img { display: block }
  </style>${figures.join('')}`)
  await page.screenshot({ path, fullPage: true })
  await page.close()
}
