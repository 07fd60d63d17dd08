import { ChartNoAxesGantt, LayoutGrid, List } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PlanQuery } from '#lib/venues/schema.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { StateGlyph } from '#components/ui/state-glyph.tsx'
import { planHref } from './plan-href.ts'

export type FloorTab = { id: string; name: string; free: number }

/** The floors, from the street upwards, with what is free on each. */
export function FloorTabs({
  floors,
  currentId,
  query,
}: {
  floors: FloorTab[]
  /** None in the list, which shows every floor. */
  currentId: string | undefined
  query: PlanQuery
}) {
  const t = useTranslations('seats')
  return (
    <nav aria-label={t('floors')} className="-mb-px flex min-w-0 overflow-x-auto">
      {floors.map(({ id, name, free }) => (
        <PageLink
          key={id}
          href={planHref(query, { floor: id, view: undefined })}
          replace
          aria-current={id === currentId ? 'page' : undefined}
          className="flex min-h-14 items-center gap-2 border-b-2 border-transparent px-3 text-muted transition-colors first:pl-0 hover:text-ink aria-[current=page]:border-brass aria-[current=page]:text-ink sm:px-4 print:not-aria-[current=page]:hidden"
        >
          <span className="font-medium whitespace-nowrap">{name}</span>
          <span className="sr-only">{t('floorFree', { count: free })}</span>
          <span
            aria-hidden="true"
            className="inline-flex items-center gap-1 text-13 text-muted tabular-nums"
          >
            <StateGlyph state="free" className="size-2.5" />
            {free}
          </span>
        </PageLink>
      ))}
    </nav>
  )
}

export function ViewSwitch({ query, view }: { query: PlanQuery; view: 'plan' | 'list' | 'day' }) {
  const t = useTranslations('seats.view')
  const options = [
    { value: 'plan', Glyph: LayoutGrid },
    { value: 'list', Glyph: List },
    { value: 'day', Glyph: ChartNoAxesGantt },
  ] as const
  return (
    <nav
      aria-label={t('label')}
      className="inline-flex shrink-0 rounded-card bg-sunken p-0.5 print:hidden"
    >
      {options.map(({ value, Glyph }) => (
        <PageLink
          key={value}
          href={planHref(query, { view: value === 'plan' ? undefined : value })}
          replace
          aria-current={value === view ? 'page' : undefined}
          title={t(value)}
          className="flex min-h-10 items-center gap-1.5 rounded-[0.5rem] px-3 text-13 font-medium text-muted transition-colors hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:ring-1 aria-[current=page]:ring-edge max-sm:min-w-11 max-sm:justify-center"
        >
          <Glyph aria-hidden="true" className="size-4 max-sm:size-5" />
          <span className="max-sm:sr-only">{t(value)}</span>
        </PageLink>
      ))}
    </nav>
  )
}
