import { useLocale, useTranslations } from 'next-intl'
import { formatClock } from '#lib/i18n/formats.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { SentVerdict } from './door-server.ts'

/** Who it should be, on which seat, until when. */
export function VerdictPerson({
  booking,
  isLarge,
}: {
  booking: NonNullable<SentVerdict['booking']>
  isLarge: boolean
}) {
  const t = useTranslations('checkIn')
  const locale = useLocale()
  const { timeZone } = booking
  const ends = formatClock(booking.endsAt, locale, timeZone)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-4">
        <Avatar name={booking.personName} size={isLarge ? 'large' : 'regular'} />
        <div className="flex min-w-0 flex-col items-start gap-1.5">
          <p className={`font-serif font-semibold break-words ${isLarge ? 'text-28' : 'text-20'}`}>
            {booking.personName}
          </p>
          <StateChip state={booking.isPersonVerified ? 'verified' : 'unverified'} />
        </div>
      </div>
      <dl className="flex items-end justify-between gap-4 border-t border-hairline pt-3">
        <div className="min-w-0">
          <dt className="text-13 text-muted">{booking.floor}</dt>
          <dd className="font-serif text-28 font-semibold">{t('seat', { seat: booking.seat })}</dd>
        </div>
        <div className="text-right">
          <dt className="text-13 text-muted">{t('until')}</dt>
          <dd className="text-28 font-semibold tabular-nums">{ends}</dd>
        </div>
      </dl>
    </div>
  )
}
