import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-6 items-center justify-center rounded-chip border border-b-2 border-edge bg-raised px-1.5 text-13 leading-5">
      {children}
    </kbd>
  )
}
