import { useLocale } from 'next-intl'
import { formatExact } from '#lib/i18n/formats.ts'
import { cx } from '#components/ui/cx.ts'
import { useTimeWords } from './use-time-words.ts'

/** "Tomorrow 09:00–13:00": words for people, the exact date on hover and on paper, instants for machines. */
export function TimeSpan({
  startsAt,
  endsAt,
  timeZone,
  className,
}: {
  startsAt: Date
  endsAt: Date
  timeZone: string
  className?: string
}) {
  const words = useTimeWords(timeZone)
  const exact = formatExact(startsAt, endsAt, { locale: useLocale(), timeZone })
  return (
    <time
      dateTime={startsAt.toISOString()}
      title={exact}
      className={cx('whitespace-nowrap', className)}
    >
      <span className="print:hidden">{words.span(startsAt, endsAt)}</span>
      <span className="hidden print:inline">{exact}</span>
    </time>
  )
}
