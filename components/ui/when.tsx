import { useLocale, useNow } from 'next-intl'
import { capitalize, formatExact, formatWhen, type Instant } from '#lib/i18n/formats.ts'

/**
 * A time in words that people use ("tomorrow 09:00–13:00"), exact for who hovers and for machines. `now` is that of the request
 * unless it is given, so that server and browser write the same words.
 */
export function When({
  from,
  to = null,
  timeZone,
  now,
  isStart = false,
  className,
}: {
  from: Instant
  to?: Instant | null
  /** The venue's. */
  timeZone: string
  now?: Instant
  /** Stands at the start of a sentence or a line. */
  isStart?: boolean
  className?: string
}) {
  const locale = useLocale()
  const requestNow = useNow()
  const words = formatWhen(from, to, { locale, timeZone, now: now ?? requestNow })
  return (
    <time
      dateTime={new Date(from).toISOString()}
      title={formatExact(from, to, { locale, timeZone })}
      className={className}
    >
      {isStart ? capitalize(words, locale) : words}
    </time>
  )
}
