import type { ReactNode } from 'react'

/** The page's title, at most one sentence under it, and what can be done here. */
export function PageHeader({
  title,
  lead,
  actions,
  over,
}: {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Above the title, small: where this page belongs. */
  over?: ReactNode
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 lg:mb-8">
      <div className="flex min-w-0 flex-col gap-1.5">
        {over && <p className="text-13 font-medium text-muted">{over}</p>}
        <h1 className="text-28 lg:text-40">{title}</h1>
        {lead && <p className="max-w-prose text-17 text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
