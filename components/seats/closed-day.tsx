import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { ButtonLink } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { PlanQuery } from '#lib/venues/schema.ts'
import { planHref } from './plan-href.ts'

/** A day that has nothing to book: why, and the way to the next one that has. */
export function ClosedDay({
  venue,
  query,
  isOver,
  closure,
  next,
  tooFar,
}: {
  venue: { name: string; timeZone: string }
  query: PlanQuery
  /** It is today, and was open. */
  isOver: boolean
  closure: { startsAt: Date; endsAt: Date; reason: string } | undefined
  next: { opens: Date; date: string } | null
  /** It lies beyond the days ahead that the rule allows. */
  tooFar: { days: number; last: Date; date: string } | null
}) {
  const t = useTranslations('seats.closedDay')
  const words = useTimeWords(venue.timeZone)
  const opens = next && words.moment(next.opens)
  return (
    <Notice
      tone="attention"
      className="mt-4"
      title={t('title')}
      actions={
        (tooFar ?? next) && (
          <ButtonLink
            href={planHref(
              { ...query, from: undefined, to: undefined },
              { day: (tooFar ?? next)!.date },
            )}
          >
            {t('action')}
          </ButtonLink>
        )
      }
    >
      {closure && (
        <p>
          {t('closure', {
            span: words.stretch(closure.startsAt, closure.endsAt),
            reason: closure.reason,
          })}
        </p>
      )}
      <p>
        {tooFar
          ? t('tooFar', { days: tooFar.days, last: words.longDay(tooFar.last) })
          : opens
            ? t(isOver ? 'passed' : 'text', { venue: venue.name, opens })
            : t('textNone', { venue: venue.name })}
      </p>
    </Notice>
  )
}
