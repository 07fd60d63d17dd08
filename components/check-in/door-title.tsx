import { useTranslations } from 'next-intl'
import { PageLink } from '#components/ui/page-link.tsx'

/** The heading, and whose door this is: a choice when there are several places. */
export function DoorTitle({
  venues,
  currentId,
  path,
}: {
  venues: { id: string; slug: string; name: string }[]
  currentId: string
  path: string
}) {
  const t = useTranslations('checkIn')
  const current = venues.find(({ id }) => id === currentId)
  return (
    <>
      <h1 className="text-28">{t('title')}</h1>
      {venues.length < 2 && <p className="order-last basis-full text-muted">{current?.name}</p>}
      {venues.length > 1 && (
        <nav
          aria-label={t('places')}
          className="flex [scrollbar-width:none] gap-x-5 overflow-x-auto"
        >
          {venues.map((venue) => (
            <PageLink
              key={venue.id}
              href={`${path}?${new URLSearchParams({ venue: venue.slug })}`}
              aria-current={venue.id === currentId ? 'page' : undefined}
              className="flex min-h-11 shrink-0 items-center text-15 text-lamp underline-offset-4 hover:underline aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {venue.name}
            </PageLink>
          ))}
        </nav>
      )}
    </>
  )
}
