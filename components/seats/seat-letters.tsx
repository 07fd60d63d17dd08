import { useTranslations } from 'next-intl'
import type { SeatState } from './seat-view.ts'

const states = ['mine', 'taken', 'closed'] as const

/** Where the letter of a state is defined. */
export function letterId(state: SeatState): string {
  return `seat-letter-${state}`
}

/** Each state in a letter of the reader's language, so that it does not hang on the colour; a free seat has none. */
export function SeatLetters() {
  const t = useTranslations('seats.letters')
  return (
    <defs aria-hidden="true">
      {states.map((state) => (
        <text key={state} id={letterId(state)}>
          {t(state)}
        </text>
      ))}
    </defs>
  )
}
