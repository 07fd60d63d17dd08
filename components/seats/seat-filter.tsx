import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PlanQuery } from '#lib/venues/schema.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { planHref } from './plan-href.ts'
import type { Amenity, SeatKind, SeatView } from './seat-view.ts'

export type SeatWishes = { kinds: SeatKind[]; amenities: Amenity[]; onlyFree: boolean }

/** Narrows the list. Every wish is a link that adds or takes itself away, so the address says what is shown. */
export function SeatFilter({
  query,
  wishes,
  all,
}: {
  query: PlanQuery
  wishes: SeatWishes
  all: SeatView[]
}) {
  const t = useTranslations('seats')
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const amenities = [...new Set(all.flatMap((seat) => seat.amenities))].toSorted()
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <Group label={t('list.kinds')}>
        {kinds.map((kind) => (
          <Wish
            key={kind}
            label={t(`kinds.${kind}`)}
            isOn={wishes.kinds.includes(kind)}
            href={planHref(query, { kind: toggled(wishes.kinds, kind) })}
          />
        ))}
      </Group>
      <Group label={t('list.amenities')}>
        {amenities.map((amenity) => (
          <Wish
            key={amenity}
            label={t(`amenities.${amenity}`)}
            isOn={wishes.amenities.includes(amenity)}
            href={planHref(query, { with: toggled(wishes.amenities, amenity) })}
          />
        ))}
        <Wish
          label={t('list.onlyFree')}
          isOn={wishes.onlyFree}
          href={planHref(query, { free: wishes.onlyFree ? undefined : '1' })}
        />
      </Group>
    </div>
  )
}

export function wishesOf(query: PlanQuery): SeatWishes {
  return {
    kinds: (query.kind?.split(',') ?? []) as SeatKind[],
    amenities: (query.with?.split(',') ?? []) as Amenity[],
    onlyFree: query.free === '1',
  }
}

export function meets(seat: SeatView, { kinds, amenities, onlyFree }: SeatWishes): boolean {
  return (
    (kinds.length === 0 || kinds.includes(seat.kind)) &&
    amenities.every((amenity) => seat.amenities.includes(amenity)) &&
    (!onlyFree || seat.state === 'free')
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-x-2 gap-y-3">
      <span aria-hidden="true" className="mr-1 text-13 font-medium text-muted">
        {label}
      </span>
      {children}
    </div>
  )
}

function Wish({ label, isOn, href }: { label: string; isOn: boolean; href: string }) {
  return (
    <PageLink
      href={href}
      replace
      aria-current={isOn || undefined}
      className="touch-target inline-flex min-h-8 items-center gap-1 rounded-full border border-edge px-3 text-13 font-medium text-ink transition-colors hover:border-lamp hover:text-lamp aria-current:border-lamp aria-current:bg-lamp aria-current:text-on-lamp"
    >
      {isOn && <span aria-hidden="true">✓</span>}
      {label}
    </PageLink>
  )
}

function toggled(chosen: readonly string[], value: string): string | undefined {
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  return next.length > 0 ? next.join(',') : undefined
}
