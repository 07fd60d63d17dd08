'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { ChangePasswordInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.changePasswordSchema)

export function PasswordForm({
  email,
  leastPassword,
  changePassword,
}: {
  email: string | null
  leastPassword: number
  changePassword: (input: ChangePasswordInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('settings.password')
  const form = useActionForm({
    schema: loadSchema,
    action: changePassword,
    defaultValues: { oldPassword: '', password: '' },
    onDone: (_data, methods) => {
      methods.reset()
      showToast({ title: t('changed'), description: t('changedText') })
    },
  })
  return (
    <Form form={form} aria-label={t('title')}>
      {/* Tells a password manager whose password this is. */}
      <input type="text" autoComplete="username" value={email ?? ''} readOnly hidden />
      <FormField form={form} name="oldPassword">
        {(field) => (
          <PasswordField {...field} label={t('old')} autoComplete="current-password" isRequired />
        )}
      </FormField>
      <FormField form={form} name="password">
        {(field) => (
          <PasswordField
            {...field}
            label={t('new')}
            description={t('newHint', { least: leastPassword })}
            autoComplete="new-password"
            isRequired
          />
        )}
      </FormField>
      <div>
        <SubmitButton form={form}>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
