import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { Cell, DataTable, HeaderCell, Row } from '#components/ui/data-table.tsx'
import type { TrialReason } from '#lib/bookings/schema.ts'
import type { TrialOfRule } from '#lib/bookings/try-rule.ts'

/** What the numbers would have refused of the last month. */
export function RuleTrial({ trial, timeZone }: { trial: TrialOfRule; timeZone: string }) {
  const t = useTranslations('rules.trial')
  const words = useTimeWords(timeZone)
  const { total, refused, byReason, bookings } = trial
  const reasons = Object.entries(byReason) as [TrialReason, number][]
  return (
    <section aria-labelledby="trial" className="flex flex-col gap-3">
      <h2 id="trial" className="text-20">
        {t('title')}
      </h2>
      <p role="status">{t('count', { refused, total })}</p>
      {reasons.length > 0 && (
        <ul className="list-inside list-disc">
          {reasons.map(([reason, count]) => (
            <li key={reason}>
              {t(`reasons.${reason}`)}: {count}
            </li>
          ))}
        </ul>
      )}
      {bookings.length > 0 && (
        <DataTable label={t('table')}>
          <thead>
            <tr>
              <HeaderCell>{t('time')}</HeaderCell>
              <HeaderCell>{t('seat')}</HeaderCell>
              <HeaderCell>{t('person')}</HeaderCell>
              <HeaderCell>{t('why')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {bookings.map((booking) => (
              <Row key={booking.bookingId}>
                <Cell className="first-letter:uppercase">
                  {words.span(booking.startsAt, booking.endsAt)}
                </Cell>
                <Cell>{booking.seat}</Cell>
                <Cell>{booking.personName}</Cell>
                <Cell>{booking.reasons.map((reason) => t(`reasons.${reason}`)).join(', ')}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  )
}
