import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'

/** What an entry knows beside who and what. Keys of rows say nothing to people. */
export function AuditFacts({
  facts,
  timeZone,
}: {
  facts: Record<string, string>
  timeZone: string
}) {
  const t = useTranslations('audit')
  const shown = Object.entries(facts).filter(([key]) => !key.endsWith('Id'))
  if (shown.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-13">
      {shown.map(([key, value]) => (
        <div key={key} className="flex min-w-0 gap-1.5">
          <dt className="shrink-0 text-muted">
            {t.has(`facts.${key}` as never) ? t(`facts.${key}` as never) : key}
          </dt>
          <dd className="min-w-0 break-words">
            <FactValue factKey={key} value={value} timeZone={timeZone} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FactValue({
  factKey,
  value,
  timeZone,
}: {
  factKey: string
  value: string
  timeZone: string
}) {
  const t = useTranslations('shell.account')
  if (factKey.endsWith('At')) return <When from={value} timeZone={timeZone} />
  if (factKey !== 'granted' && factKey !== 'revoked') return value
  return value
    .split(' ')
    .map((role) => t('roles', { roles: role }))
    .join(', ')
}
