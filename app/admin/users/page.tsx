import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NextPageLink } from '#components/ui/next-page-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Density } from '#components/ui/density.tsx'
import { UserFilter, type VerifiedChoice } from '#components/users/user-filter.tsx'
import { UserTable } from '#components/users/user-table.tsx'
import { findUsers } from '#lib/accounts/find-users.ts'
import { roleNames } from '#lib/accounts/schema.ts'
import { hrefWith } from '#lib/href.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { idOf, oneOf, textOf } from '#lib/web/search-params.ts'

const verifiedChoices: VerifiedChoice[] = ['yes', 'no']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('title') }
}

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const asked = await searchParams
  const actor = await requireActor('user.manage', hrefWith('/admin/users', asked))
  const text = textOf(asked.q)
  const role = oneOf(roleNames, asked.role)
  const verified = oneOf(verifiedChoices, asked.verified)
  const isVerified = verified && verified === 'yes'
  const filter = { text, role, isVerified, after: idOf(asked.after) }
  const { users, count, next } = await pageData(findUsers(actor, filter))
  const t = await getTranslations('users')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <UserFilter text={text} role={role} verified={verified} />
      <Density>
        <p role="status" className="text-muted">
          {t('count', { count })}
        </p>
        {users.length > 0 ? (
          <UserTable users={users} />
        ) : (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        )}
      </Density>
      {next && <NextPageLink path="/admin/users" params={asked} after={next} />}
    </>
  )
}
