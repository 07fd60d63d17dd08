/** A desk that nobody sits at, its lamp unlit. */
export function EmptyDesk() {
  return (
    <svg viewBox="0 0 160 96" aria-hidden="true" className="w-40 fill-none">
      <path
        d="M16 80h128M28 80v14M132 80v14"
        className="stroke-edge stroke-2 [stroke-linecap:round]"
      />
      <path d="M96 80h24m-12 0V50" className="stroke-edge stroke-2 [stroke-linecap:round]" />
      <path
        d="M84 50c0-14 9-22 24-22s24 8 24 22Z"
        className="fill-sunken stroke-edge stroke-2 [stroke-linejoin:round]"
      />
      <path d="M92 50v9" className="stroke-edge stroke-2 [stroke-linecap:round]" />
      <path
        d="M34 79v-8h40v8M38 71v-7h38v7"
        className="fill-sunken stroke-edge stroke-2 [stroke-linejoin:round]"
      />
    </svg>
  )
}
