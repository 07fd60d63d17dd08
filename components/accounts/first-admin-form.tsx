'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { BecomeFirstAdminInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'
import { postCredentials } from './post-credentials.ts'
import { useArrival } from './use-arrival.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.becomeFirstAdminSchema)

/** Sets name and password, then enters the house with them. */
export function FirstAdminForm({
  token,
  email,
  leastPassword,
  becomeFirstAdmin,
}: {
  token: string
  email: string
  leastPassword: number
  becomeFirstAdmin: (input: BecomeFirstAdminInput) => Promise<ActionResult<unknown>>
}) {
  const t = useTranslations('accounts')
  const { isArriving, arrive } = useArrival('/')

  async function becomeAndSignIn(values: BecomeFirstAdminInput): Promise<ActionResult<unknown>> {
    const answer = await becomeFirstAdmin(values)
    if (!answer.ok) return answer
    const { password } = values
    return postCredentials({ email, password }, () => t('firstAdmin.notSignedIn'))
  }

  const form = useActionForm({
    schema: loadSchema,
    action: becomeAndSignIn,
    defaultValues: { token, name: '', password: '' },
    onDone: arrive,
  })
  const shown = { ...form, isPending: form.isPending || isArriving }
  return (
    <Form form={shown} aria-labelledby="title">
      {/* Tells a password manager whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('name')} autoComplete="name" isRequired />}
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
        {t('firstAdmin.submit')}
      </SubmitButton>
    </Form>
  )
}
