import type { VerdictTone } from '#lib/bookings/verdict.ts'

const outlines: Record<VerdictTone, string> = {
  yes: 'M50 4A46 46 0 1 1 50 96A46 46 0 0 1 50 4Z',
  attention: 'M50 6 97 90H3Z',
  no: 'M30 4H70L96 30V70L70 96H30L4 70V30Z',
}
const marks: Record<VerdictTone, string> = {
  yes: 'M27 52 44 69 74 34',
  attention: 'M50 36V62M50 75V76',
  no: 'M34 34 66 66M66 34 34 66',
}

/** Circle with a tick, triangle with an exclamation mark, octagon with a cross: known from across the room without colour. */
export function VerdictGlyph({ tone, className = '' }: { tone: VerdictTone; className?: string }) {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      className={`shrink-0 fill-none stroke-current [stroke-linecap:round] [stroke-linejoin:round] ${className}`}
    >
      <path d={outlines[tone]} strokeWidth="5" />
      <path d={marks[tone]} strokeWidth="9" />
    </svg>
  )
}
