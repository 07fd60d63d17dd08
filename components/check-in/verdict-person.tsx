import { useLocale, useTranslations } from 'next-intl'
import { formatClock } from '#lib/i18n/formats.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { SentVerdict } from './door-server.ts'

/** Who it should be, on which seat, until when. */
export function VerdictPerson({
  booking,
  isLarge = false,
  isAsked = false,
}: {
  booking: NonNullable<SentVerdict['booking']>
  isLarge?: boolean
  /** The person is being looked at: on a small phone the question needs the room of the seat. */
  isAsked?: boolean
}) {
  const t = useTranslations('checkIn')
  const locale = useLocale()
  const { timeZone } = booking
  // A word of this length does not fit a phone in large letters.
  const isLong = booking.personName.split(/\s/).some((word) => word.length > 14)
  const ends = formatClock(booking.endsAt, locale, timeZone)
  return (
    <div className="flex flex-col gap-4">
      <div
        className={`flex gap-3 ${isLarge ? 'flex-col items-center text-center short:flex-row short:text-left' : 'items-center'}`}
      >
        {isLarge && (
          <span className="short:hidden">
            <Avatar name={booking.personName} size="large" />
          </span>
        )}
        <span className={isLarge ? 'hidden short:block' : ''}>
          <Avatar name={booking.personName} />
        </span>
        <div
          className={`flex min-w-0 flex-col gap-1.5 ${isLarge ? 'items-center short:items-start' : 'items-start'}`}
        >
          <p
            className={`font-serif font-semibold [overflow-wrap:anywhere] ${isLarge && !isLong ? 'text-28' : 'text-20'}`}
          >
            {booking.personName}
          </p>
          <StateChip state={booking.isPersonVerified ? 'verified' : 'unverified'} />
        </div>
      </div>
      <dl
        className={`flex items-end justify-between gap-4 border-t border-hairline pt-3 ${isAsked ? 'short:hidden' : ''}`}
      >
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
