/**
 * A banker's lamp over an open book. Drawn in tokens, so the room is as dark as the page: by day the glow is a tint, in the
 * evening it is the light. Decoration only.
 */
export function LampScene() {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 -z-10 print:hidden">
      <div className="absolute -top-24 -right-40 size-[34rem] rounded-full bg-[radial-gradient(closest-side,color-mix(in_oklab,var(--color-glow)_26%,transparent),transparent)] sm:top-auto sm:right-0 sm:-bottom-10 sm:size-[56rem]" />
      <svg
        viewBox="0 0 560 520"
        className="absolute top-3 right-2 w-44 sm:top-auto sm:right-[4%] sm:bottom-[5.5rem] sm:w-[min(44vw,35rem)]"
      >
        <defs>
          <linearGradient id="lamp-light" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" className="[stop-color:var(--color-glow)]" stopOpacity="0.42" />
            <stop offset="1" className="[stop-color:var(--color-glow)]" stopOpacity="0.05" />
          </linearGradient>
        </defs>
        <path d="M150 170h260l110 346H40Z" fill="url(#lamp-light)" />
        <Spines />
        <OpenBook />
        <BankersLamp />
      </svg>
    </div>
  )
}

function BankersLamp() {
  return (
    <g>
      {/* arm and foot */}
      <path
        d="M280 96V60m0 0c70-8 108 22 108 84v340"
        className="fill-none stroke-brass stroke-[9] [stroke-linecap:round]"
      />
      <path d="M330 516c0-20 22-32 58-32s58 12 58 32Z" className="fill-brass" />
      <circle cx="280" cy="60" r="9" className="fill-brass" />
      {/* shade */}
      <path d="M172 96h216c30 0 50 26 56 74H116c6-48 26-74 56-74Z" className="fill-lamp" />
      <path
        d="M158 112h244"
        className="stroke-on-lamp stroke-4 opacity-25 [stroke-linecap:round]"
      />
      <path d="M122 170h316" className="stroke-brass stroke-[7] [stroke-linecap:round]" />
      {/* chain */}
      <path d="M200 174v66" className="stroke-brass stroke-3" />
      <circle cx="200" cy="246" r="7" className="fill-brass" />
    </g>
  )
}

function OpenBook() {
  return (
    <g className="fill-raised stroke-edge stroke-3 [stroke-linejoin:round]">
      <path d="M190 500c-34-26-84-32-132-22v34c48-8 98-4 132 4Z" />
      <path d="M190 500c34-26 84-32 132-22v34c-48-8-98-4-132 4Z" />
      <path
        d="M80 489c32-4 62-1 90 10M80 500c32-4 62-1 90 8M210 499c28-11 58-14 90-10M210 507c28-9 58-12 90-8"
        className="fill-none stroke-hairline [stroke-linecap:round]"
      />
    </g>
  )
}

function Spines() {
  return (
    <g>
      <path d="M466 336h22v180h-22Z" className="fill-sky opacity-80" />
      <path d="M490 366h30v150h-30Z" className="fill-brick opacity-80" />
      <path d="M524 350h16v166h-16Z" className="fill-brass opacity-80" />
      <path
        d="M472 360h10M472 366h10M498 396h14M498 402h14M498 480h14"
        className="stroke-paper stroke-3"
      />
    </g>
  )
}
