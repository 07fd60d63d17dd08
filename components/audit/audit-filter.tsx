import { useTranslations } from 'next-intl'
import { FilterForm } from '#components/ui/filter-form.tsx'
import { PlainSelect } from '#components/ui/plain-select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useActionWord } from './use-action-word.ts'

export type AuditChoice = {
  by?: string
  about?: string
  action?: string
  from?: string
  to?: string
}

export function AuditFilter({
  actions,
  chosen,
}: {
  actions: readonly string[]
  chosen: AuditChoice
}) {
  const t = useTranslations('audit')
  const word = useActionWord()
  const field = (name: 'by' | 'about' | 'from' | 'to', type: string) => (
    <TextField
      key={`${name} ${chosen[name] ?? ''}`}
      label={t(`filter.${name}`)}
      name={name}
      type={type}
      defaultValue={chosen[name]}
      className="min-w-40"
    />
  )
  return (
    <FilterForm action="/admin/audit">
      {field('by', 'search')}
      {field('about', 'search')}
      <PlainSelect
        label={t('filter.action')}
        name="action"
        chosen={chosen.action}
        options={[
          { value: '', label: t('filter.anyAction') },
          ...actions.map((action) => ({ value: action, label: word(action) })),
        ]}
        className="min-w-52"
      />
      {field('from', 'date')}
      {field('to', 'date')}
    </FilterForm>
  )
}
