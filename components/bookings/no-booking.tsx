import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/links.tsx'
import { useTimeWords } from './use-time-words.ts'

/** Nothing lies ahead: what this is for, how much is free, and the first step. */
export function NoBooking({
  free,
  picture,
}: {
  /** Seats that are free for the time that the plan opens with. */
  free: { count: number; from: Date; to: Date; timeZone: string } | null
  picture: ReactNode
}) {
  const t = useTranslations('bookings.home.empty')
  return (
    <section
      aria-labelledby="no-booking"
      className="grid overflow-hidden rounded-card border border-hairline bg-raised md:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]"
    >
      <div className="h-44 border-b border-hairline md:order-last md:h-auto md:border-b-0 md:border-l">
        {picture}
      </div>
      <div className="flex flex-col items-start gap-4 p-5 sm:p-7">
        <h2 id="no-booking" className="text-28">
          {t('title')}
        </h2>
        <p className="text-17 text-muted">{t('text')}</p>
        <div className="mt-2 flex w-full flex-col gap-3">
          <ButtonLink href="/seats" variant="primary" size="large" isWide>
            {t('action')}
          </ButtonLink>
          {free && <FreeNow {...free} />}
        </div>
      </div>
    </section>
  )
}

function FreeNow({
  count,
  from,
  to,
  timeZone,
}: {
  count: number
  from: Date
  to: Date
  timeZone: string
}) {
  const t = useTranslations('bookings.home.empty')
  const words = useTimeWords(timeZone)
  return (
    <p className="text-center text-13 text-muted">
      {t('freeNow', { count, span: words.span(from, to) })}
    </p>
  )
}
