import type { BarcodeFormat } from 'barcode-detector/ponyfill'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { DecodeAnswer, DecodeRequest } from './decode.worker.ts'
import { takePicture } from './take-picture.ts'

export type DecoderState = 'loading' | 'ready' | 'failed'

/** How eagerly pictures are looked at; `still` leaves the machine to what else has to be done now. */
export type DecoderPace = 'brisk' | 'slow' | 'still'

/** Between two pictures, in milliseconds. */
const pauses = { brisk: 40, slow: 160 }
/** Without a code in sight for so long, brisk becomes slow. */
const restsAfterMs = 20_000
const loadAgainMs = 5_000

/** Reads codes off a running video in a worker, one picture at a time, and calls `onRead` for each picture with one. */
export function useDecoder({
  video,
  isRunning,
  pace,
  formats,
  onRead,
}: {
  video: RefObject<HTMLVideoElement | null>
  isRunning: boolean
  pace: DecoderPace
  /** Must not be made anew with each render. */
  formats: BarcodeFormat[]
  onRead: (texts: string[]) => void
}): DecoderState {
  const worker = useRef<Worker | null>(null)
  const [state, setState] = useState<DecoderState>('loading')
  const [attempt, setAttempt] = useState(0)
  const read = useEffectEvent(onRead)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function settle(outcome: DecoderState) {
      setState(outcome)
      // The network was away while the decoder should have come.
      if (outcome === 'failed') timer = setTimeout(() => setAttempt(attempt + 1), loadAgainMs)
    }

    const started = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
    started.onerror = (event) => {
      event.preventDefault()
      settle('failed')
    }
    started.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
      if ('state' in data) settle(data.state)
    }
    started.postMessage({ formats } satisfies DecodeRequest)
    worker.current = started
    return () => {
      clearTimeout(timer)
      started.terminate()
    }
  }, [formats, attempt])

  useEffect(() => {
    const decoder = worker.current
    if (!decoder || state !== 'ready' || !isRunning || pace === 'still') return
    let timer: ReturnType<typeof setTimeout> | undefined
    let pictures = 0
    let seenAt = performance.now()
    let isOver = false

    async function look() {
      const picture = video.current && (await takePicture(video.current, pictures++))
      if (isOver) return picture?.close()
      if (!picture) return rest()
      decoder?.postMessage({ picture } satisfies DecodeRequest, [picture])
    }

    function rest() {
      const isQuiet = performance.now() - seenAt > restsAfterMs
      timer = setTimeout(look, isQuiet || pace === 'slow' ? pauses.slow : pauses.brisk)
    }

    function onAnswer({ data }: MessageEvent<DecodeAnswer>) {
      if (!('texts' in data) || isOver) return
      if (data.texts.length > 0) {
        seenAt = performance.now()
        read(data.texts)
      }
      rest()
    }

    decoder.addEventListener('message', onAnswer)
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
      decoder.removeEventListener('message', onAnswer)
    }
  }, [state, isRunning, pace, video])

  return state
}
