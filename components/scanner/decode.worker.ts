import { BarcodeDetector, prepareZXingModule, type BarcodeFormat } from 'barcode-detector/ponyfill'

/** What the page sends: first the formats, then pictures one at a time. */
export type DecodeRequest = { formats: BarcodeFormat[] } | { picture: ImageBitmap }
/** What it gets back: that the decoder is there or will never be, then what was on the picture, the middle first. */
export type DecodeAnswer = { state: 'ready' | 'failed' } | { texts: string[] }

let detector: BarcodeDetector | undefined

self.onmessage = async ({ data }: MessageEvent<DecodeRequest>) => {
  if ('formats' in data) answer({ state: await prepare(data.formats) })
  else answer({ texts: await decode(data.picture) })
}

async function prepare(formats: BarcodeFormat[]): Promise<'ready' | 'failed'> {
  try {
    // From our own origin: the library's default is somebody else's.
    const overrides = { locateFile: () => '/wasm/zxing_reader.wasm' }
    await prepareZXingModule({ overrides, fireImmediately: true })
    detector = new BarcodeDetector({ formats })
    return 'ready'
  } catch {
    return 'failed'
  }
}

async function decode(picture: ImageBitmap): Promise<string[]> {
  const middle = { x: picture.width / 2, y: picture.height / 2 }
  try {
    const found = (await detector?.detect(picture)) ?? []
    return found
      .map(({ rawValue, boundingBox: { x, y, width, height } }) => ({
        rawValue,
        away: Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y),
      }))
      .sort((a, b) => a.away - b.away)
      .map(({ rawValue }) => rawValue)
  } catch {
    // A picture that cannot be read shows nothing; the next one follows.
    return []
  } finally {
    picture.close()
  }
}

function answer(message: DecodeAnswer): void {
  self.postMessage(message)
}
