/** A carrel from the front: the lamp between its two walls, its light on the desk. The same drawing as `app/icon.svg`. */
export function BrandMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-glass" />
      <path d="M10.5 14h11L25 24H7Z" className="fill-glow opacity-90" />
      <path d="M7.5 14.25C7.5 9.5 11 7 16 7s8.5 2.5 8.5 7.25Z" className="fill-page" />
      <path
        d="M5.5 24.5h21"
        className="fill-none stroke-page stroke-[2.25] [stroke-linecap:round]"
      />
    </svg>
  )
}
