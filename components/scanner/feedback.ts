/** The three things a scanner has to say, told apart by ear and by hand. */
export type Feedback = 'yes' | 'attention' | 'no'

type Note = { hertz: number; at: number; seconds: number; shape: OscillatorType }

/** Rising for yes, the same twice for attention, one low buzz for no. */
const notes: Record<Feedback, Note[]> = {
  yes: [
    { hertz: 880, at: 0, seconds: 0.09, shape: 'sine' },
    { hertz: 1320, at: 0.1, seconds: 0.14, shape: 'sine' },
  ],
  attention: [
    { hertz: 620, at: 0, seconds: 0.12, shape: 'triangle' },
    { hertz: 620, at: 0.2, seconds: 0.12, shape: 'triangle' },
  ],
  no: [{ hertz: 160, at: 0, seconds: 0.42, shape: 'sawtooth' }],
}

const vibrations: Record<Feedback, number[]> = {
  yes: [60],
  attention: [60, 80, 60],
  no: [320],
}

const loudness = 0.25
let context: AudioContext | undefined

/** Browsers keep a page silent until it is touched; to be called from a touch or a key. */
export function wakeSound(): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
}

export function giveFeedback(feedback: Feedback, { isSilent }: { isSilent: boolean }): void {
  navigator.vibrate?.(vibrations[feedback])
  if (isSilent) return
  wakeSound()
  for (const note of notes[feedback]) play(note)
}

function play({ hertz, at, seconds, shape }: Note): void {
  if (!context) return
  const start = context.currentTime + at
  const oscillator = new OscillatorNode(context, { type: shape, frequency: hertz })
  const gain = new GainNode(context, { gain: loudness })
  // A note that is cut off clicks.
  gain.gain.setValueAtTime(loudness, start + seconds * 0.7)
  gain.gain.linearRampToValueAtTime(0, start + seconds)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds)
}
