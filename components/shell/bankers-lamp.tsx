/** Foot at y = 520, which is the desk. */
export function BankersLamp() {
  return (
    <g>
      <path d="M300 500V108" className="fill-none stroke-brass stroke-[8] [stroke-linecap:round]" />
      <path d="M292 236h16v22h-16ZM290 470h20l6 22h-32Z" className="fill-brass" />
      <path d="M238 520c0-16 20-27 62-27s62 11 62 27Z" className="fill-brass" />
      <path d="M226 513h148v7H226Z" className="fill-brass" />
      <circle cx="300" cy="100" r="9" className="fill-brass" />
      {/* the glass, with a line of light along its shoulder */}
      <path d="M206 116h188c34 0 56 28 62 76H144c6-48 28-76 62-76Z" className="fill-glass" />
      <path d="M210 132h112" className="stroke-page stroke-[5] opacity-35 [stroke-linecap:round]" />
      <path d="M146 192h308" className="stroke-brass stroke-[6] [stroke-linecap:round]" />
      <path d="M166 198h268" className="stroke-glow stroke-4 [stroke-linecap:round]" />
      {/* the chain to pull */}
      <path
        d="M226 200v74"
        className="stroke-brass stroke-[3] [stroke-dasharray:1_6] [stroke-linecap:round]"
      />
      <path d="M222 276h8v14a4 4 0 0 1-8 0Z" className="fill-brass" />
    </g>
  )
}
