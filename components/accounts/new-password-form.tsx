'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { ResetPasswordInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.newPasswordSchema)

export function NewPasswordForm({
  token,
  email,
  leastPassword,
  resetPassword,
}: {
  token: string
  email: string
  leastPassword: number
  resetPassword: (input: ResetPasswordInput) => Promise<ActionResult<unknown>>
}) {
  const t = useTranslations('accounts')
  const [isDone, setDone] = useState(false)
  const form = useActionForm({
    schema: loadSchema,
    action: ({ password }) => resetPassword({ token, password }),
    defaultValues: { password: '' },
    onDone: () => setDone(true),
  })
  if (isDone) {
    return (
      <Notice
        tone="success"
        title={t('reset.done')}
        isLive
        actions={
          <ButtonLink variant="primary" href="/sign-in" replace>
            {t('forgot.signIn')}
          </ButtonLink>
        }
      >
        {t('reset.doneText')}
      </Notice>
    )
  }
  return (
    <Form form={form} aria-labelledby="title">
      {/* Tells a password manager whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <FormField form={form} name="password">
        {(field) => (
          <PasswordField
            {...field}
            label={t('reset.password')}
            description={t('register.passwordHint', { least: leastPassword })}
            autoComplete="new-password"
            isRequired
          />
        )}
      </FormField>
      <SubmitButton form={form} isWide>
        {t('reset.submit')}
      </SubmitButton>
    </Form>
  )
}
