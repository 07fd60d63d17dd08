import { useLocale, useTranslations } from 'next-intl'
import { formatClock } from '#lib/i18n/formats.ts'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { SentArrival } from './door-server.ts'
import type { Arrivals } from './use-arrivals.ts'

/** Who is expected today and who is here; what the door goes by when passes cannot be judged. */
export function ArrivalsList({ arrivals, timeZone }: { arrivals: Arrivals; timeZone: string }) {
  const t = useTranslations('checkIn.arrivals')
  const locale = useLocale()
  const clock = (instant: string) => formatClock(instant, locale, timeZone)
  const expected = arrivals.rows.filter(({ state }) => state === 'expected')
  const here = arrivals.rows.filter(({ state }) => state === 'here')
  return (
    <section aria-labelledby="arrivals" className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="arrivals" className="text-20">
          {t('title')}
        </h2>
        <p className="text-13 text-muted tabular-nums">
          {t('counts', { expected: expected.length, here: here.length })}
        </p>
      </div>
      {arrivals.rows.length === 0 && <p className="text-muted">{t('empty')}</p>}
      <ul className="divide-y divide-hairline">
        {[...expected, ...here].map((row) => (
          <ArrivalRow
            key={row.bookingId}
            row={row}
            time={`${clock(row.startsAt)}–${clock(row.endsAt)}`}
          />
        ))}
      </ul>
      <p className="text-13 text-muted">{t('asOf', { time: clock(arrivals.fetchedAt) })}</p>
    </section>
  )
}

function ArrivalRow({ row, time }: { row: SentArrival; time: string }) {
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="w-12 shrink-0 font-serif text-17 font-semibold">{row.seat}</span>
      <span className="min-w-0 flex-1">
        <span className="block break-words">{row.personName}</span>
        <span className="block text-13 text-muted tabular-nums">{time}</span>
      </span>
      <StateChip state={row.state} />
    </li>
  )
}
