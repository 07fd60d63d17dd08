/** The line along which a ticket would be torn, with a bite out of either edge. */
export function Perforation() {
  return (
    <div aria-hidden="true" className="relative flex h-6 items-center">
      <span className="absolute -left-3 size-6 rounded-full bg-paper" />
      <span className="absolute -right-3 size-6 rounded-full bg-paper" />
      <span className="mx-6 flex-1 border-t-2 border-dashed border-edge/60" />
    </div>
  )
}
