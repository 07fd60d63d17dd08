import { useTranslations } from 'next-intl'
import { PageLink } from '#components/ui/page-link.tsx'
import { seatKinds } from '#lib/bookings/schema.ts'

type Kind = (typeof seatKinds)[number]

const tab =
  'flex min-h-11 shrink-0 items-center gap-2 border-b-2 border-transparent text-muted transition-colors hover:text-ink aria-[current=page]:border-brass aria-[current=page]:text-ink'

/** Which place and which kind of seats; a kind without a rule of its own says so. */
export function RuleTabs({
  path,
  venues,
  venue,
  kind: current,
  withOwn,
}: {
  path: string
  venues: { slug: string; name: string }[]
  venue: { slug: string }
  kind: Kind | null
  withOwn: Kind[]
}) {
  const t = useTranslations('rules')
  const tKinds = useTranslations('seats.kinds')
  const hrefOf = (slug: string, kind: Kind | null) =>
    `${path}?${new URLSearchParams({ venue: slug, ...(kind ? { kind } : {}) })}`
  return (
    <div className="mb-6 flex flex-col gap-2">
      {venues.length > 1 && (
        <nav aria-label={t('places')} className="flex gap-5 overflow-x-auto">
          {venues.map(({ slug, name }) => (
            <PageLink
              key={slug}
              href={hrefOf(slug, null)}
              aria-current={slug === venue.slug ? 'page' : undefined}
              className={tab}
            >
              {name}
            </PageLink>
          ))}
        </nav>
      )}
      <nav aria-label={t('kinds')} className="flex gap-5 overflow-x-auto border-b border-hairline">
        {[null, ...seatKinds].map((kind) => (
          <PageLink
            key={kind}
            href={hrefOf(venue.slug, kind)}
            aria-current={kind === current ? 'page' : undefined}
            className={tab}
          >
            {kind ? tKinds(kind) : t('allKinds')}
            {kind && withOwn.includes(kind) && <span className="text-13">{t('own')}</span>}
          </PageLink>
        ))}
      </nav>
    </div>
  )
}
