import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntrancePage } from '#components/accounts/entrance-page.tsx'
import { NewPasswordForm } from '#components/accounts/new-password-form.tsx'
import { SpentLink } from '#components/accounts/spent-link.tsx'
import { peekAtMailLink } from '#lib/accounts/mail-links.ts'
import { passwordLength } from '#lib/accounts/schema.ts'
import { refusedOr } from '#lib/web/refused-or.ts'
import { resetPassword } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.reset'))('title') }
}

export default async function ResetPasswordPage({ params }: PageProps<'/reset-password/[token]'>) {
  const { token } = await params
  const t = await getTranslations('accounts.reset')
  const { data: link, refusal } = await refusedOr(
    peekAtMailLink(token, ['resetPassword'], new Date()),
  )
  if (!link) {
    return <SpentLink refusal={refusal} next={{ label: t('askAgain'), href: '/forgot-password' }} />
  }
  return (
    <EntrancePage title={t('title')} lead={t('lead', { email: link.email })}>
      <NewPasswordForm
        token={token}
        email={link.email}
        leastPassword={passwordLength.least}
        resetPassword={resetPassword}
      />
    </EntrancePage>
  )
}
