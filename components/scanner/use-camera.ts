import { useEffect, useState, type RefObject } from 'react'

/** `insecure`: browsers give a camera only to pages over HTTPS or of the machine itself. */
export type CameraState = 'starting' | 'running' | 'insecure' | 'denied' | 'missing' | 'busy'

const wanted: MediaStreamConstraints = {
  audio: false,
  video: {
    facingMode: { ideal: 'environment' },
    width: { ideal: 1280 },
    height: { ideal: 720 },
    // Enough to aim by, and the phone stays cool all day.
    frameRate: { ideal: 20 },
  },
}

/** Puts the camera's picture into `video` while the page is looked at, and lets go of it when not. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): {
  state: CameraState
  retry: () => void
} {
  const [state, setState] = useState<CameraState>('starting')
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const element = video.current
    let stream: MediaStream | undefined
    let turn = 0

    async function start() {
      const mine = ++turn
      setState('starting')
      try {
        if (!navigator.mediaDevices) return setState('insecure')
        const opened = await navigator.mediaDevices.getUserMedia(wanted)
        // The page was left, or another start has begun, while the person was being asked.
        if (mine !== turn || !element) return stop(opened)
        stream = opened
        opened.getVideoTracks()[0]?.addEventListener('ended', () => setState('busy'))
        await show(opened, element)
        setState('running')
      } catch (error) {
        if (mine === turn) setState(stateOfFailure(error))
      }
    }

    function end() {
      turn++
      stop(stream)
      stream = undefined
    }

    function onVisibility() {
      if (document.visibilityState === 'hidden') end()
      else void start()
    }

    void start()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      end()
    }
  }, [video, attempt])

  return { state, retry: () => setAttempt((count) => count + 1) }
}

async function show(stream: MediaStream, video: HTMLVideoElement): Promise<void> {
  video.srcObject = stream
  await video.play()
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

function stateOfFailure(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing'
  return 'busy'
}
