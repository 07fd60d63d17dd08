import type { BarcodeFormat } from 'barcode-detector/ponyfill'
import { CameraOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { useCamera, type CameraState } from './use-camera.ts'
import { useDecoder, type DecoderPace } from './use-decoder.ts'

/**
 * The camera's picture with a frame to aim by. Starts by itself and reports every code it sees, again and again while it is
 * held there; what counts as a new scan is for `HoldBack` to say. Fills the box that it is given.
 */
export function CameraReader({
  formats,
  onRead,
  pace = 'brisk',
  isSmall = false,
}: {
  formats: BarcodeFormat[]
  /** What is on one picture, the code nearest to the middle first. */
  onRead: (texts: string[]) => void
  pace?: DecoderPace
  /** Only the picture, for a corner of the screen. */
  isSmall?: boolean
}) {
  const t = useTranslations('scanner.camera')
  const video = useRef<HTMLVideoElement>(null)
  const camera = useCamera(video)
  const isRunning = camera.state === 'running'
  const decoder = useDecoder({ video, isRunning, pace, formats, onRead })
  const isWaiting = camera.state === 'starting' || (isRunning && decoder === 'loading')
  const problem = decoder === 'failed' ? 'unreadable' : problemOf(camera.state)
  return (
    <div className="relative size-full overflow-hidden rounded-card bg-sunken">
      <video
        ref={video}
        muted
        playsInline
        aria-label={t('picture')}
        data-camera={camera.state}
        className={`size-full object-cover ${isRunning ? '' : 'invisible'}`}
      />
      {isRunning && !problem && !isSmall && <AimingFrame />}
      {isWaiting && !problem && (
        <p
          role="status"
          className="absolute inset-0 flex items-center justify-center gap-3 text-15 text-muted"
        >
          <Spinner />
          {!isSmall && t('starting')}
        </p>
      )}
      {problem && !isSmall && (
        <div
          role="status"
          className="absolute inset-0 flex flex-col items-center justify-center gap-3 overflow-auto bg-sunken p-5 text-center"
        >
          <CameraOff aria-hidden="true" className="size-8 shrink-0 text-brass-ink" />
          <p className="font-medium">{t(`${problem}.title`)}</p>
          <p className="max-w-sm text-13 text-muted">{t(`${problem}.text`)}</p>
          {problem !== 'insecure' && problem !== 'unreadable' && (
            <Button onPress={camera.retry}>{t('retry')}</Button>
          )}
        </div>
      )}
    </div>
  )
}

function problemOf(state: CameraState) {
  return state === 'starting' || state === 'running' ? null : state
}

/** Four corners around the region that is looked at first. */
function AimingFrame() {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 m-auto aspect-square max-h-[80%] max-w-[80%] fill-none stroke-glow"
    >
      <path
        d="M2 20V8A6 6 0 0 1 8 2H20M80 2H92A6 6 0 0 1 98 8V20M98 80V92A6 6 0 0 1 92 98H80M20 98H8A6 6 0 0 1 2 92V80"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
