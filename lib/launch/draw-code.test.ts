import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { drawCode } from './draw-code.ts'

const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const pixels = 6

it.each(['http://192.168.1.5:3000', 'http://[fd12:3456:789a:bcde:f012:3456:789a:bcde]:3000'])(
  '%s is read from a dark terminal',
  async (address) => {
    prepareZXingModule({ overrides: { wasmBinary: readFileSync(reader).buffer as ArrayBuffer } })
    const [code] = await readBarcodes(photograph(drawCode(address)), { formats: ['QRCode'] })
    expect(code?.text).toBe(address)
  },
)

/** What the terminal shows, on black. */
function photograph(drawing: string): ImageData {
  const rows = stripVTControlCharacters(drawing)
    .split('\n')
    .flatMap((line) => [
      [...line].map((sign) => ' ▄'.includes(sign)),
      [...line].map((sign) => ' ▀'.includes(sign)),
    ])
  const width = (rows[0]!.length + 8) * pixels
  const height = (rows.length + 8) * pixels
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const row = Math.floor(at / width / pixels) - 4
    const column = Math.floor((at % width) / pixels) - 4
    data.fill(rows[row]?.[column] ? 255 : 0, at * 4, at * 4 + 3)
    data[at * 4 + 3] = 255
  }
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}
