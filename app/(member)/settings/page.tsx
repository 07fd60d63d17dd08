import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmailForm } from '#components/settings/email-form.tsx'
import { PasswordForm } from '#components/settings/password-form.tsx'
import { PresentEmail } from '#components/settings/present-email.tsx'
import { ProfileForm } from '#components/settings/profile-form.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TextLink } from '#components/ui/links.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getOwnAccount } from '#lib/accounts/get-own-account.ts'
import { passwordLength } from '#lib/accounts/schema.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { changeEmail, changePassword, requestEmailConfirmation, updateProfile } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage() {
  const actor = await requireActor('account.manageOwn', '/settings')
  const account = await pageData(getOwnAccount(actor))
  const t = await getTranslations('settings')
  return (
    <ClientMessages namespaces={['settings']}>
      <div className="max-w-xl">
        <PageHeader title={t('title')} />
        <Section title={t('profile.title')}>
          <ProfileForm account={account} locale={await getLocale()} updateProfile={updateProfile} />
        </Section>
        <Section title={t('email.title')}>
          <PresentEmail account={account} requestEmailConfirmation={requestEmailConfirmation} />
          {account.hasPassword && <EmailForm changeEmail={changeEmail} />}
        </Section>
        <Section title={t('password.title')}>
          {account.hasPassword ? (
            <PasswordForm
              email={account.email}
              leastPassword={passwordLength.least}
              changePassword={changePassword}
            />
          ) : (
            <p>{t('password.none')}</p>
          )}
        </Section>
        <Section title={t('devices.title')}>
          <TextLink href="/settings/devices">{t('devices.link')}</TextLink>
        </Section>
        <Section title={t('erase.title')}>
          <TextLink href="/settings/delete-account">{t('erase.title')}</TextLink>
        </Section>
      </div>
    </ClientMessages>
  )
}
