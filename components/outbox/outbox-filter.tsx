import { useTranslations } from 'next-intl'
import { FilterForm } from '#components/ui/filter-form.tsx'
import { PlainSelect } from '#components/ui/plain-select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { MailKind } from '#lib/notices/write-mail.ts'

export function OutboxFilter({
  kinds,
  kind,
  address,
}: {
  kinds: readonly MailKind[]
  kind: MailKind | undefined
  address: string | undefined
}) {
  const t = useTranslations('outbox')
  return (
    <FilterForm action="/admin/outbox">
      <PlainSelect
        label={t('kind')}
        name="kind"
        chosen={kind}
        options={[
          { value: '', label: t('allKinds') },
          ...kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) })),
        ]}
        className="min-w-52"
      />
      <TextField
        key={address ?? ''}
        label={t('to')}
        name="to"
        type="search"
        defaultValue={address}
        className="min-w-52"
      />
    </FilterForm>
  )
}
