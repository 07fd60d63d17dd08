import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntrancePage } from '#components/accounts/entrance-page.tsx'
import { FirstAdminForm } from '#components/accounts/first-admin-form.tsx'
import { SpentLink } from '#components/accounts/spent-link.tsx'
import { peekAtMailLink } from '#lib/accounts/mail-links.ts'
import { passwordLength } from '#lib/accounts/schema.ts'
import { refusedOr } from '#lib/web/refused-or.ts'
import { becomeFirstAdmin } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.firstAdmin'))('title') }
}

export default async function FirstAdminPage({ params }: PageProps<'/first-admin/[token]'>) {
  const { token } = await params
  const t = await getTranslations('accounts.firstAdmin')
  const { data: link, refusal } = await refusedOr(peekAtMailLink(token, ['firstAdmin'], new Date()))
  if (!link) return <SpentLink refusal={refusal} next={{ label: t('home'), href: '/' }} />
  return (
    <EntrancePage title={t('title')} lead={t('lead', { email: link.email })}>
      <FirstAdminForm
        token={token}
        email={link.email}
        leastPassword={passwordLength.least}
        becomeFirstAdmin={becomeFirstAdmin}
      />
    </EntrancePage>
  )
}
