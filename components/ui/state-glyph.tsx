import type { ReactNode } from 'react'
import type { StateName } from './state-chip.tsx'

// Twelve units square, drawn with lines of 1.5 so that they differ in outline and not only in fill.
const glyphs: Record<StateName, ReactNode> = {
  free: <circle cx="6" cy="6" r="4.25" />,
  mine: <path d="M6 1.25 10.75 6 6 10.75 1.25 6Z" className="fill-current" />,
  taken: <circle cx="6" cy="6" r="4.25" className="fill-current" />,
  closed: (
    <>
      <rect x="1.75" y="1.75" width="8.5" height="8.5" rx="1" />
      <path d="M1.75 10.25 10.25 1.75M1.75 6 6 1.75M6 10.25 10.25 6" />
    </>
  ),
  expected: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 3.5V6l1.75 1.25" />
    </>
  ),
  late: (
    <>
      <path d="M6 1.75a4.25 4.25 0 1 1-4.25 4.25" />
      <path d="M6 3.5V6l1.75 1.25" />
    </>
  ),
  here: (
    <>
      <circle cx="6" cy="6" r="5" className="fill-current stroke-none" />
      <path d="m3.75 6.1 1.6 1.6 2.9-3.2" className="stroke-raised" />
    </>
  ),
  finished: <path d="m2 6.4 2.6 2.6L10 3" />,
  noShow: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="m3 9 6-6" />
    </>
  ),
  released: <path d="M10.5 6h-9m0 0 3-3m-3 3 3 3" />,
  cancelled: <path d="m2.5 2.5 7 7m0-7-7 7" />,
  verified: (
    <>
      <path d="M6 1.25 10 2.75v3c0 2.4-1.6 4.2-4 5-2.4-.8-4-2.6-4-5v-3Z" />
      <path d="m4.25 6 1.25 1.25 2.25-2.5" />
    </>
  ),
  unverified: (
    <>
      <path d="M6 1.5 11 10.25H1Z" />
      <path d="M6 5v2.25M6 8.75v.01" />
    </>
  ),
}

/** The shape alone, for a place where the word stands beside it already. */
export function StateGlyph({
  state,
  className = 'size-3',
}: {
  state: StateName
  className?: string
}) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={`${className} shrink-0 fill-none stroke-current stroke-[1.5] [stroke-linecap:round] [stroke-linejoin:round]`}
    >
      {glyphs[state]}
    </svg>
  )
}
