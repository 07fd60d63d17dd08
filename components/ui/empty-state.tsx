import type { ReactNode } from 'react'
import { EmptyDesk } from './empty-desk.tsx'

/** Nothing here yet: what the page is for, and the first step. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center">
      <EmptyDesk />
      <p className="mt-2 font-serif text-20 font-semibold">{title}</p>
      {children && <div className="max-w-md text-pretty text-muted">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
