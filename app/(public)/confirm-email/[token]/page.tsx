import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConfirmEmail } from '#components/accounts/confirm-email.tsx'
import { EntrancePage } from '#components/accounts/entrance-page.tsx'
import { SpentLink } from '#components/accounts/spent-link.tsx'
import { peekAtMailLink } from '#lib/accounts/mail-links.ts'
import { refusedOr } from '#lib/web/refused-or.ts'
import { confirmEmail } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.confirm'))('title') }
}

/** Opening it changes nothing: scanners of mail open links too. The button does. */
export default async function ConfirmEmailPage({ params }: PageProps<'/confirm-email/[token]'>) {
  const { token } = await params
  const t = await getTranslations('accounts.confirm')
  const { data: link, refusal } = await refusedOr(
    peekAtMailLink(token, ['confirmEmail', 'changeEmail'], new Date()),
  )
  if (!link)
    return <SpentLink refusal={refusal} next={{ label: t('settings'), href: '/settings' }} />
  const isChange = link.purpose === 'changeEmail'
  return (
    <EntrancePage
      title={t('title')}
      lead={t(isChange ? 'leadChange' : 'lead', { email: link.email })}
    >
      <ConfirmEmail token={token} confirmEmail={confirmEmail} />
    </EntrancePage>
  )
}
