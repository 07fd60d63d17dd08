import { QrCode } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import type { BookingView } from '#lib/bookings/queries.ts'

/** Small on a phone, where the height belongs to the plan, and where the way to one's pass takes the place's line. */
export function SeatsHeading({
  venue,
  pass,
}: {
  venue: { name: string; address: string }
  /** A `PassLink`, for whoever has a seat. */
  pass: ReactNode
}) {
  const t = useTranslations('seats')
  return (
    <header className="group/heading mb-1 flex min-h-11 flex-wrap items-center justify-between gap-x-4 lg:mb-5">
      <h1 className="text-20 lg:text-40">{t('title')}</h1>
      <p className="text-13 text-muted group-has-data-pass/heading:not-print:max-lg:hidden lg:mr-auto lg:self-end lg:pb-1 lg:text-15">
        {venue.name}
        <span className="max-xl:hidden">, {venue.address}</span>
      </p>
      {pass}
    </header>
  )
}

export function PassLink({ booking }: { booking: BookingView }) {
  const t = useTranslations('seats')
  const { seat, startsAt, endsAt, venue } = booking
  const words = useTimeWords(venue.timeZone)
  const time = words.span(startsAt, endsAt)
  return (
    <PageLink
      href="/pass"
      data-pass
      aria-label={`${t('yours.seat')} ${seat.label} ${time}, ${t('yours.pass')}`}
      className="inline-flex min-h-11 items-center gap-2 rounded-card bg-sky-wash px-3 text-13 font-medium text-sky transition-colors hover:bg-sky hover:text-on-sky print:hidden"
    >
      <QrCode aria-hidden="true" className="size-5" />
      <span>
        <span className="font-serif text-17 font-semibold">{seat.label}</span> {time}
      </span>
    </PageLink>
  )
}
