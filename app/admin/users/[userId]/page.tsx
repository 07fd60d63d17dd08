import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuditList } from '#components/audit/audit-list.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TextLink } from '#components/ui/links.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { NameForm } from '#components/users/name-form.tsx'
import { RolesForm } from '#components/users/roles-form.tsx'
import { UserBookings } from '#components/users/user-bookings.tsx'
import { UserEmailForm } from '#components/users/user-email-form.tsx'
import { UserFacts } from '#components/users/user-facts.tsx'
import { VerifyUserForm } from '#components/users/verify-user-form.tsx'
import { getUser } from '#lib/accounts/get-user.ts'
import { roleNames } from '#lib/accounts/schema.ts'
import { listAudit } from '#lib/audit/list-audit.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { idOf } from '#lib/web/search-params.ts'
import { staffTimeZone } from '#lib/web/venue.ts'
import { renameUser, setRoles, setUserEmail, unverifyUser, verifyUser } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('title') }
}

const entriesHere = 10

export default async function UserPage({ params }: PageProps<'/admin/users/[userId]'>) {
  const { userId } = await params
  const actor = await requireActor('user.manage', `/admin/users/${userId}`)
  if (!idOf(userId)) notFound()
  const user = await pageData(getUser(actor, { userId }, new Date()))
  const { entries } = await pageData(listAudit(actor, { about: userId }))
  const timeZone = await staffTimeZone()
  const t = await getTranslations('users')
  const { id, name, email, roles } = user
  return (
    <ClientMessages namespaces={['users']}>
      <PageHeader over={<TextLink href="/admin/users">{t('back')}</TextLink>} title={name} />
      <UserFacts user={user} timeZone={timeZone} />
      <div className="mt-8 grid gap-x-12 lg:grid-cols-2">
        <div>
          <Section title={t('verified')}>
            <VerifyUserForm
              // The form turns round with what it does.
              key={String(user.verified !== null)}
              userId={id}
              isVerified={user.verified !== null}
              {...{ verifyUser, unverifyUser }}
            />
          </Section>
          <Section title={t('roles')}>
            <RolesForm userId={id} roles={roles} choices={roleNames} setRoles={setRoles} />
          </Section>
          <Section title={t('change')}>
            <div className="flex flex-col gap-8">
              <NameForm userId={id} name={name} renameUser={renameUser} />
              <UserEmailForm userId={id} email={email} setUserEmail={setUserEmail} />
            </div>
          </Section>
        </div>
        <div>
          <Section title={t('bookings')}>
            <UserBookings bookings={user.bookings} />
          </Section>
          <Section
            title={t('history')}
            aside={<TextLink href={`/admin/audit?about=${id}`}>{t('wholeHistory')}</TextLink>}
          >
            {entries.length > 0 ? (
              <AuditList entries={entries.slice(0, entriesHere)} timeZone={timeZone} />
            ) : (
              <p className="text-muted">{t('noHistory')}</p>
            )}
          </Section>
        </div>
      </div>
    </ClientMessages>
  )
}
