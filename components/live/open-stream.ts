export type Heard = { venueId: string } | 'gap'

const address = '/api/v1/events'
/** While the stream cannot be had, the page is read anew this often, and the stream tried again. */
const pollMs = 10_000

/** Hears the server's events until the returned function is called; comes back by itself, and says what it may have missed. */
export function openStream(tell: (heard: Heard) => void): () => void {
  let source: EventSource | null = null
  let poll: ReturnType<typeof setTimeout> | undefined
  let wasLost = false

  function open() {
    source = new EventSource(address)
    source.addEventListener('open', () => {
      if (wasLost) tell('gap')
      wasLost = false
    })
    source.addEventListener('change', ({ data }: MessageEvent<string>) =>
      tell(JSON.parse(data) as { venueId: string }),
    )
    source.addEventListener('gap', () => tell('gap'))
    source.addEventListener('error', onError)
  }

  /** The browser tries again by itself after a lost connection, but not after an answer that is no stream. */
  function onError() {
    wasLost = true
    if (source?.readyState !== EventSource.CLOSED) return
    source = null
    poll = setTimeout(() => {
      tell('gap')
      open()
    }, pollMs)
  }

  open()
  return () => {
    clearTimeout(poll)
    source?.close()
  }
}
