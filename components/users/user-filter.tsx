import { useTranslations } from 'next-intl'
import { FilterForm } from '#components/ui/filter-form.tsx'
import { PlainSelect } from '#components/ui/plain-select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Role } from '#lib/access/actor.ts'
import { roleNames } from '#lib/accounts/schema.ts'

export type VerifiedChoice = 'yes' | 'no'

export function UserFilter({
  text,
  role,
  verified,
}: {
  text: string | undefined
  role: Role | undefined
  verified: VerifiedChoice | undefined
}) {
  const t = useTranslations('users')
  const tShell = useTranslations('shell.account')
  return (
    <FilterForm action="/admin/users">
      <TextField
        key={text ?? ''}
        label={t('search')}
        name="q"
        type="search"
        defaultValue={text}
        className="min-w-56 flex-1"
      />
      <PlainSelect
        label={t('role')}
        name="role"
        chosen={role}
        options={[
          { value: '', label: t('anyRole') },
          ...roleNames.map((one) => ({ value: one, label: tShell('roles', { roles: one }) })),
        ]}
        className="min-w-40"
      />
      <PlainSelect
        label={t('verified')}
        name="verified"
        chosen={verified}
        options={[
          { value: '', label: t('verifiedOrNot') },
          { value: 'yes', label: t('verifiedOnly') },
          { value: 'no', label: t('unverifiedOnly') },
        ]}
        className="min-w-40"
      />
    </FilterForm>
  )
}
