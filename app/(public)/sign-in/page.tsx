import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EntrancePage } from '#components/accounts/entrance-page.tsx'
import { SignInForm } from '#components/accounts/sign-in-form.tsx'
import { currentActor } from '#lib/web/actor.ts'
import { ownPathOf } from '#lib/web/own-path.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signIn')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = ownPathOf((await searchParams).next)
  if (await currentActor()) redirect(next)
  const t = await getTranslations('accounts.signIn')
  return (
    <EntrancePage
      title={t('title')}
      lead={t('lead')}
      other={{
        question: t('noAccount'),
        label: t('register'),
        href: `/register?${new URLSearchParams({ next })}`,
      }}
    >
      <SignInForm next={next} />
    </EntrancePage>
  )
}
