import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EntrancePage } from '#components/accounts/entrance-page.tsx'
import { RegisterForm } from '#components/accounts/register-form.tsx'
import { passwordLength } from '#lib/accounts/schema.ts'
import { currentActor } from '#lib/web/actor.ts'
import { ownPathOf } from '#lib/web/own-path.ts'
import { register } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.register')
  return { title: t('title') }
}

export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const next = ownPathOf((await searchParams).next)
  if (await currentActor()) redirect(next)
  const t = await getTranslations('accounts.register')
  return (
    <EntrancePage
      title={t('title')}
      lead={t('lead')}
      other={{
        question: t('haveAccount'),
        label: t('signIn'),
        href: `/sign-in?${new URLSearchParams({ next })}`,
      }}
    >
      <RegisterForm
        registrationKey={randomUUID()}
        leastPassword={passwordLength.least}
        register={register}
        next={next}
      />
    </EntrancePage>
  )
}
