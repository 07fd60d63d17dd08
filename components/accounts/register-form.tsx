'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { RegisterInput, RegisterUserInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'
import { postCredentials } from './post-credentials.ts'
import { useArrival } from './use-arrival.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.registerSchema)

/** `registrationKey` is made with the page: however often the form is sent, it makes one account. */
export function RegisterForm({
  registrationKey,
  leastPassword,
  register,
  next,
}: {
  registrationKey: string
  leastPassword: number
  register: (input: RegisterUserInput) => Promise<ActionResult<unknown>>
  next: string
}) {
  const t = useTranslations('accounts')
  const { isArriving, arrive } = useArrival(next)

  async function registerAndSignIn(values: RegisterInput): Promise<ActionResult<unknown>> {
    const registered = await register({ ...values, key: registrationKey })
    if (!registered.ok) return registered
    const { email, password } = values
    return postCredentials({ email, password }, () => t('register.notSignedIn'))
  }

  const form = useActionForm({
    schema: loadSchema,
    action: registerAndSignIn,
    defaultValues: { name: '', email: '', password: '' },
    onDone: arrive,
  })
  const shown = { ...form, isPending: form.isPending || isArriving }
  return (
    <Form form={shown} aria-labelledby="title">
      <FormField form={form} name="name">
        {(field) => (
          <TextField
            {...field}
            label={t('name')}
            description={t('register.nameHint')}
            autoComplete="name"
            autoCapitalize="words"
            isRequired
          />
        )}
      </FormField>
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
            description={t('register.passwordHint', { least: leastPassword })}
            autoComplete="new-password"
            isRequired
          />
        )}
      </FormField>
      <SubmitButton form={shown} isWide>
        {t('register.submit')}
      </SubmitButton>
    </Form>
  )
}
