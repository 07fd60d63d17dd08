import { create } from 'qrcode'

/** The light border that readers need on every side, in squares. */
export const qrMargin = 4

/** A QR as one path of an SVG whose unit is a square; `size` counts the squares of a side, without the border. */
export function qrShape(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      const from = x
      while (x + 1 < size && data[y * size + x + 1]) x++
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`
    }
  }
  return { size, path }
}
