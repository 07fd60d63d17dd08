import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeaderCell, Row } from '#components/ui/data-table.tsx'
import { TextLink } from '#components/ui/links.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import type { UserRow } from '#lib/accounts/find-users.ts'

export function UserTable({ users }: { users: readonly UserRow[] }) {
  const t = useTranslations('users')
  const tShell = useTranslations('shell.account')
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('email')}</HeaderCell>
          <HeaderCell>{t('roles')}</HeaderCell>
          <HeaderCell>{t('verified')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {users.map(({ id, name, email, roles, isVerified }) => (
          <Row key={id}>
            <Cell>
              <TextLink href={`/admin/users/${id}`}>{name}</TextLink>
            </Cell>
            <Cell className="break-all">{email}</Cell>
            <Cell>{roles.map((role) => tShell('roles', { roles: role })).join(', ')}</Cell>
            <Cell>
              <StateChip state={isVerified ? 'verified' : 'unverified'} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
