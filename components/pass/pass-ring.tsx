/** Runs down around the QR, from the middle of its upper edge, as its half minute passes. `left` goes from 1 to 0. */
export function PassRing({ left }: { left: number }) {
  const isShort = left < 1 / 6
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 size-full fill-none">
      <path d={outline} strokeWidth="1.2" className="stroke-hairline" />
      <path
        d={outline}
        pathLength={1}
        strokeWidth="1.2"
        strokeLinecap="round"
        strokeDasharray={`${left} 1`}
        className={`transition-[stroke-dasharray] duration-200 ease-linear ${isShort ? 'stroke-brass-ink' : 'stroke-lamp'}`}
      />
    </svg>
  )
}

const outline = 'M50 1H95A4 4 0 0 1 99 5V95A4 4 0 0 1 95 99H5A4 4 0 0 1 1 95V5A4 4 0 0 1 5 1H50'
