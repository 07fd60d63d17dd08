import { useTranslations } from 'next-intl'
import { AmenityGlyph } from './amenity-glyph.tsx'
import type { Amenity } from './seat-view.ts'

export function AmenityList({ amenities }: { amenities: readonly Amenity[] }) {
  const t = useTranslations('seats')
  if (amenities.length === 0) return null
  return (
    <section aria-label={t('sheet.with')}>
      <h3 className="mb-2 font-sans text-13 font-medium text-muted">{t('sheet.with')}</h3>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-2">
        {amenities.map((amenity) => (
          <li key={amenity} className="flex items-center gap-2">
            <AmenityGlyph amenity={amenity} className="size-5 text-brass-ink" />
            {t(`amenities.${amenity}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
