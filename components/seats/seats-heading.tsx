import { QrCode } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { cx } from '#components/ui/cx.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import type { BookingView } from '#lib/bookings/queries.ts'

/** Small on a phone, where the height belongs to the plan. Whoever has a seat finds the way to its pass here. */
export function SeatsHeading({
  venue,
  next,
}: {
  venue: { name: string; address: string }
  next: BookingView | undefined
}) {
  const t = useTranslations('seats')
  return (
    <header className="mb-1 flex min-h-11 flex-wrap items-center justify-between gap-x-4 lg:mb-5">
      <h1 className="text-20 lg:text-40">{t('title')}</h1>
      <p
        className={cx(
          'text-13 text-muted lg:self-end lg:pb-1 lg:text-15',
          next && 'max-lg:hidden lg:mr-auto',
        )}
      >
        {venue.name}
        {!next && <span className="max-lg:hidden">, {venue.address}</span>}
      </p>
      {next && <PassLink booking={next} />}
    </header>
  )
}

function PassLink({ booking }: { booking: BookingView }) {
  const t = useTranslations('seats')
  const { seat, startsAt, endsAt, venue } = booking
  const words = useTimeWords(venue.timeZone)
  const time = words.span(startsAt, endsAt)
  return (
    <PageLink
      href="/pass"
      aria-label={`${t('yours.seat')} ${seat.label} ${time}, ${t('yours.pass')}`}
      className="inline-flex min-h-11 items-center gap-2 rounded-card bg-sky-wash px-3 text-13 font-medium text-sky transition-colors hover:bg-sky hover:text-on-sky"
    >
      <QrCode aria-hidden="true" className="size-5" />
      <span>
        <span className="font-serif text-17 font-semibold">{seat.label}</span> {time}
      </span>
    </PageLink>
  )
}
