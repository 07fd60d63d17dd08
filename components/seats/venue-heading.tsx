import { useTranslations } from 'next-intl'

/** Small on a phone, where the height belongs to the plan. */
export function VenueHeading({ venue }: { venue: { name: string; address: string } }) {
  const t = useTranslations('seats')
  return (
    <header className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 lg:mb-5">
      <h1 className="text-20 lg:text-40">{t('title')}</h1>
      <p className="text-13 text-muted lg:text-15">
        {venue.name}
        <span className="max-lg:hidden">, {venue.address}</span>
      </p>
    </header>
  )
}
