import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { ButtonLink } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { BookingView } from '#lib/bookings/queries.ts'

/** Over the plan while a booking is being moved: which one, and the way back. */
export function MoveNotice({ booking }: { booking: BookingView }) {
  const t = useTranslations('seats.move')
  const words = useTimeWords(booking.venue.timeZone)
  const span = words.span(booking.startsAt, booking.endsAt)
  return (
    <Notice
      tone="info"
      className="mb-4"
      title={t('title', { label: booking.seat.label, span })}
      actions={<ButtonLink href="/bookings?state=expected">{t('keep')}</ButtonLink>}
    >
      {t('text')}
    </Notice>
  )
}
