/** A carrel from the front: two side walls, the desk between them, and the lamp that is lit. */
export function BrandMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path
        d="M4.5 27V8.5M27.5 27V8.5M4.5 21h23"
        className="fill-none stroke-lamp stroke-[2.5] [stroke-linecap:round]"
      />
      <path d="M8.5 13.25a7.5 6.75 0 0 1 15 0Z" className="fill-lamp" />
      <path
        d="M16 17v4M10.75 15.75h10.5"
        className="fill-none stroke-brass stroke-2 [stroke-linecap:round]"
      />
    </svg>
  )
}
