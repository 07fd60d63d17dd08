import type { ReactNode } from 'react'

export type Definition = { term: ReactNode; value: ReactNode }

/** Facts about one thing, divided by hairlines. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      {items.map((item, index) => (
        <div key={index} className="flex flex-wrap items-baseline gap-x-6 gap-y-0.5 py-2.5">
          <dt className="w-36 shrink-0 text-13 text-muted">{item.term}</dt>
          <dd className="min-w-0 flex-1">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
