import { useTranslations } from 'next-intl'
import { AmenityGlyph } from './amenity-glyph.tsx'
import { SeatRow } from './seat-row.tsx'
import type { SeatView } from './seat-view.ts'

/** The same choice as the plan, in words: every floor, every seat. */
export function SeatList({
  floors,
}: {
  floors: { id: string; name: string; seats: SeatView[] }[]
}) {
  const t = useTranslations('seats')
  return (
    <div className="flex flex-col gap-8">
      {floors
        .filter(({ seats }) => seats.length > 0)
        .map((floor) => (
          <section key={floor.id} aria-labelledby={`floor-${floor.id}`}>
            <h2 id={`floor-${floor.id}`} className="mb-2 text-20">
              {floor.name}
            </h2>
            <ul className="grid gap-x-8 border-t border-hairline lg:grid-cols-2">
              {floor.seats.map((seat) => (
                <li key={seat.id} className="border-b border-hairline">
                  <SeatRow seat={seat}>
                    {seat.amenities.map((amenity) => (
                      <span key={amenity} className="inline-flex items-center gap-1">
                        <AmenityGlyph amenity={amenity} className="size-4" />
                        {t(`amenities.${amenity}`)}
                      </span>
                    ))}
                  </SeatRow>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
