import { cx } from '#components/ui/cx.ts'
import { useTimeWords } from './use-time-words.ts'

/** "Tomorrow 09:00–13:00": words for people, the exact date on hover, instants for machines. */
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
  return (
    <time
      dateTime={startsAt.toISOString()}
      title={`${words.exact(startsAt)} – ${words.exact(endsAt)}`}
      className={cx('whitespace-nowrap', className)}
    >
      {words.span(startsAt, endsAt)}
    </time>
  )
}
