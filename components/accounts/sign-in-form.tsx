'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { TextLink } from '#components/ui/links.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import { postCredentials } from './post-credentials.ts'
import { useArrival } from './use-arrival.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.signInSchema)

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('accounts')
  const sentenceOf = useTranslations('errors')
  const { isArriving, arrive } = useArrival(next)
  const form = useActionForm({
    schema: loadSchema,
    action: (values) => postCredentials(values, sentenceOf),
    defaultValues: { email: '', password: '' },
    onDone: arrive,
  })
  const shown = { ...form, isPending: form.isPending || isArriving }
  return (
    <Form form={shown} aria-labelledby="title">
      <FormField form={form} name="email">
        {(field) => (
          <TextField
            {...field}
            type="email"
            label={t('email')}
            autoComplete="username"
            autoCapitalize="none"
            isRequired
          />
        )}
      </FormField>
      <FormField form={form} name="password">
        {(field) => (
          <PasswordField
            {...field}
            label={t('password')}
            autoComplete="current-password"
            isRequired
          />
        )}
      </FormField>
      <SubmitButton form={shown} isWide>
        {t('signIn.submit')}
      </SubmitButton>
      <TextLink href="/forgot-password" className="self-start">
        {t('signIn.forgot')}
      </TextLink>
    </Form>
  )
}
