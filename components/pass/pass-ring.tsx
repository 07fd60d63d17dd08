/** Runs down around the QR, from the middle of its upper edge, as its half minute passes. `left` goes from 1 to 0. */
export function PassRing({ left }: { left: number }) {
  const isShort = left < 1 / 6
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 size-full fill-none">
      <path d={outline} strokeWidth="1" className="stroke-hairline" />
      <path
        d={outline}
        pathLength={1}
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeDasharray={`${left} 1`}
        className={`transition-[stroke-dasharray] duration-200 ease-linear ${isShort ? 'stroke-brass-ink' : 'stroke-lamp'}`}
      />
    </svg>
  )
}

const outline =
  'M50 1.8H94A4.2 4.2 0 0 1 98.2 6V94A4.2 4.2 0 0 1 94 98.2H6A4.2 4.2 0 0 1 1.8 94V6A4.2 4.2 0 0 1 6 1.8H50'
