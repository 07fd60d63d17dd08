/** A turning arc; the words beside it, or the button around it, say what is going on. */
export function Spinner({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={`size-5 animate-spin fill-none stroke-current ${className}`}
    >
      <circle cx="10" cy="10" r="7.5" strokeWidth="2" opacity="0.25" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
