import { useTranslations } from 'next-intl'
import { TextLink } from '#components/ui/links.tsx'
import { When } from '#components/ui/when.tsx'
import type { AuditView } from '#lib/audit/list-audit.ts'
import { AuditFacts } from './audit-facts.tsx'
import { useActionWord } from './use-action-word.ts'

/** Who did what, to whom, when; the details in small print. */
export function AuditList({
  entries,
  timeZone,
}: {
  entries: readonly AuditView[]
  timeZone: string
}) {
  const t = useTranslations('audit')
  const word = useActionWord()
  return (
    <ul className="border-t border-hairline">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-col gap-1 border-b border-hairline py-3">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{word(entry.action)}</span>
            <When from={entry.at} timeZone={timeZone} isStart className="text-13 text-muted" />
          </span>
          <span className="text-13 text-muted">
            {t('by')}{' '}
            {entry.actor ? <PersonLink id={entry.actor.id} name={entry.actor.name} /> : t('nobody')}
            <Subject subject={entry.subject} />
          </span>
          <AuditFacts facts={{ ...entry.facts, ...entry.personal }} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  )
}

/** What is no person and has no name says nothing to people: the action stands for it. */
function Subject({ subject: { type, id, name } }: { subject: AuditView['subject'] }) {
  const t = useTranslations('audit')
  if (type !== 'user' && !name) return null
  return (
    <>
      {' · '}
      {t('about')} {type === 'user' ? <PersonLink id={id} name={name} /> : name}
    </>
  )
}

function PersonLink({ id, name }: { id: string; name: string | null }) {
  const t = useTranslations('audit')
  if (!name) return t('erased')
  return <TextLink href={`/admin/users/${id}`}>{name}</TextLink>
}
