import { Clock, DoorClosed, MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTimeWords } from './use-time-words.ts'

/** The place: where it is, how long it is open today, and when it will not be. */
export function VenueToday({
  venue,
  hours,
  closure,
}: {
  venue: { name: string; address: string; timeZone: string }
  /** Such as `08:00–20:00`; `always` for the whole day, null for none of it. */
  hours: string | null
  closure: { startsAt: Date; endsAt: Date; reason: string } | undefined
}) {
  const t = useTranslations('bookings.home')
  const words = useTimeWords(venue.timeZone)
  const open =
    hours === null
      ? t('closedToday')
      : hours === 'always'
        ? t('openAlways')
        : t('openToday', { hours })
  return (
    <section aria-label={t('venue')} className="border-t border-hairline pt-5">
      <h2 className="text-20">{venue.name}</h2>
      <ul className="mt-2 flex flex-col gap-1.5 text-muted">
        <li className="flex gap-2">
          <MapPin aria-hidden="true" className="mt-0.5 size-5 shrink-0" strokeWidth={1.75} />
          {venue.address}
        </li>
        <li className="flex gap-2">
          <Clock aria-hidden="true" className="mt-0.5 size-5 shrink-0" strokeWidth={1.75} />
          {open}
        </li>
        {closure && (
          <li className="flex gap-2">
            <DoorClosed aria-hidden="true" className="mt-0.5 size-5 shrink-0" strokeWidth={1.75} />
            {t('closureAhead', {
              span: words.stretch(closure.startsAt, closure.endsAt),
              reason: closure.reason,
            })}
          </li>
        )}
      </ul>
    </section>
  )
}
