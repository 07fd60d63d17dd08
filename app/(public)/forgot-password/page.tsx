import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntrancePage } from '#components/accounts/entrance-page.tsx'
import { ForgotPasswordForm } from '#components/accounts/forgot-password-form.tsx'
import { requestPasswordReset } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.forgot'))('title') }
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('accounts.forgot')
  return (
    <EntrancePage
      title={t('title')}
      lead={t('lead')}
      other={{ question: t('remembered'), label: t('signIn'), href: '/sign-in' }}
    >
      <ForgotPasswordForm requestPasswordReset={requestPasswordReset} />
    </EntrancePage>
  )
}
