/** What lies on the desk: a book that is being read, and three that wait. Bottom at y = 520. */
export function DeskThings() {
  return (
    <>
      <OpenBook />
      <WaitingBooks />
    </>
  )
}

function OpenBook() {
  return (
    <g className="[stroke-linecap:round] [stroke-linejoin:round]">
      <path d="M4 500h208v20H4Z" className="fill-glass" />
      <path d="M108 508C82 484 44 478 8 488v26c36-8 74-4 100 0Z" className="fill-page" />
      <path d="M108 508c26-24 64-30 100-20v26c-36-8-74-4-100 0Z" className="fill-page" />
      <path
        d="M108 508C82 484 44 478 8 488v26c36-8 74-4 100 0ZM108 508c26-24 64-30 100-20v26c-36-8-74-4-100 0Z"
        className="fill-none stroke-edge stroke-[1.5]"
      />
      <path
        d="M26 494c22-4 42-1 60 8M26 502c22-4 42-2 58 4M130 502c18-9 38-12 60-8M132 506c16-6 36-8 58-4"
        className="fill-none stroke-edge stroke-[1.5] opacity-60"
      />
      <path d="M152 482v32l4-4 4 4v-31Z" className="fill-binding-red" />
    </g>
  )
}

function WaitingBooks() {
  return (
    <g>
      <path d="M440 492h176v28H440Z" className="fill-glass" />
      <path d="M456 466h148v26H456Z" className="fill-binding-blue" />
      <path d="M446 444h140v22H446Z" className="fill-binding-red" />
      <path
        d="M452 498v16M464 498v16M468 472v14M480 472v14M456 449v12"
        className="stroke-glow stroke-2"
      />
      <path d="M604 470h8v18h-8ZM586 448h6v14h-6ZM616 496h8v20h-8Z" className="fill-page" />
    </g>
  )
}
