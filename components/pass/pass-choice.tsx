import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'
import type { PassBooking } from './pass-store.ts'

/** Which of several passes: by seat and time, above the deck. */
export function PassChoice({
  bookings,
  current,
  now,
  onChoose,
}: {
  bookings: readonly PassBooking[]
  current: number
  now: number
  onChoose: (index: number) => void
}) {
  const t = useTranslations('pass')
  return (
    <ul aria-label={t('choose')} className="flex gap-1 overflow-x-auto pb-3 print:hidden">
      {bookings.map((booking, index) => (
        <li key={booking.id} className="flex-1">
          <button
            type="button"
            aria-pressed={index === current}
            onClick={() => onChoose(index)}
            className="flex min-h-11 w-full flex-col items-center justify-center rounded-chip border-b-2 border-hairline px-2 py-1 text-13 whitespace-nowrap text-muted transition-colors aria-pressed:border-lamp aria-pressed:text-ink"
          >
            <span className="font-medium">{booking.seat}</span>
            <When from={booking.startsAt} timeZone={booking.timeZone} now={new Date(now)} />
          </button>
        </li>
      ))}
    </ul>
  )
}
