import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignOutButton } from '#components/accounts/sign-out-button.tsx'
import { DeviceRow } from '#components/settings/device-row.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TextLink } from '#components/ui/links.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { listOwnSessions } from '#lib/accounts/list-own-sessions.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { endOwnSession, signOutEverywhere } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.devices'))('title') }
}

export default async function DevicesPage() {
  const actor = await requireActor('account.manageOwn', '/settings/devices')
  const now = new Date()
  const sessions = await pageData(listOwnSessions(actor, now))
  const t = await getTranslations('settings.devices')
  return (
    <ClientMessages namespaces={['settings', 'accounts']}>
      <div className="max-w-xl">
        <PageHeader
          over={<TextLink href="/settings">{t('back')}</TextLink>}
          title={t('title')}
          lead={t('lead')}
        />
        <p role="status" className="mb-2 text-muted">
          {t('count', { count: sessions.length })}
        </p>
        <ul className="mb-8 border-t border-hairline">
          {sessions.map((session) => (
            <DeviceRow key={session.id} session={session} now={now} endOwnSession={endOwnSession} />
          ))}
        </ul>
        <Section title={t('everywhere')}>
          <p className="mb-4 text-muted">{t('everywhereText')}</p>
          <SignOutButton
            signOut={signOutEverywhere}
            label={t('everywhere')}
            variant="dangerQuiet"
          />
        </Section>
      </div>
    </ClientMessages>
  )
}
