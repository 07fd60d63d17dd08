import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/links.tsx'
import type { PlanQuery } from '#lib/venues/schema.ts'
import { planHref } from './plan-href.ts'
import { meets, SeatFilter, wishesOf } from './seat-filter.tsx'
import { SeatList } from './seat-list.tsx'
import type { SeatView } from './seat-view.ts'

/** The list with its wishes on top, how many meet them, and what to do when none does. */
export function SeatBrowser({
  query,
  floors,
}: {
  query: PlanQuery
  floors: { id: string; name: string; seats: SeatView[] }[]
}) {
  const t = useTranslations('seats.list')
  const wishes = wishesOf(query)
  const all = floors.flatMap(({ seats }) => seats)
  const shown = floors.map(({ id, name, seats }) => ({
    id,
    name,
    seats: seats.filter((seat) => meets(seat, wishes)),
  }))
  const count = shown.reduce((sum, { seats }) => sum + seats.length, 0)
  const free = shown.flatMap(({ seats }) => seats).filter(({ state }) => state === 'free').length
  return (
    <div className="flex flex-col gap-6 pt-5">
      <SeatFilter query={query} wishes={wishes} all={all} />
      <p role="status" className="text-muted">
        {t('count', { shown: count, all: all.length, free })}
      </p>
      {count > 0 ? (
        <SeatList floors={shown} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p className="font-serif text-20">{t('none')}</p>
          <p className="text-muted">{t('noneHint')}</p>
          <ButtonLink href={planHref(query, { kind: undefined, with: undefined, free: undefined })}>
            {t('clear')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
