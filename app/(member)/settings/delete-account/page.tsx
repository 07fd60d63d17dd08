import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EraseForm } from '#components/settings/erase-form.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { TextLink } from '#components/ui/links.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getOwnAccount } from '#lib/accounts/get-own-account.ts'
import { requireActor } from '#lib/web/actor.ts'
import { pageData } from '#lib/web/page-data.ts'
import { eraseOwnAccount } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.erase'))('title') }
}

export default async function DeleteAccountPage() {
  const actor = await requireActor('account.manageOwn', '/settings/delete-account')
  const account = await pageData(getOwnAccount(actor))
  const t = await getTranslations('settings')
  return (
    <ClientMessages namespaces={['settings']}>
      <div className="max-w-xl">
        <PageHeader
          over={<TextLink href="/settings">{t('devices.back')}</TextLink>}
          title={t('erase.title')}
          lead={t('erase.lead')}
        />
        <ul className="mb-6 list-disc space-y-1 pl-5">
          <li>{t('erase.gone')}</li>
          <li>{t('erase.given')}</li>
          <li>{t('erase.stays')}</li>
        </ul>
        {account.hasPassword ? (
          <EraseForm eraseOwnAccount={eraseOwnAccount} />
        ) : (
          <p>{t('password.none')}</p>
        )}
      </div>
    </ClientMessages>
  )
}
