'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { ChangeEmailInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.changeEmailSchema)

export function EmailForm({
  changeEmail,
}: {
  changeEmail: (input: ChangeEmailInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('settings.email')
  const [askedFor, setAskedFor] = useState<string>()
  const form = useActionForm({
    schema: loadSchema,
    action: changeEmail,
    defaultValues: { email: '', currentPassword: '' },
    onDone: (_data, methods) => {
      setAskedFor(methods.getValues('email'))
      methods.reset()
    },
  })
  return (
    <Form form={form} aria-label={t('submit')}>
      {askedFor && (
        <Notice tone="success" title={t('asked', { email: askedFor })} isLive>
          {t('askedText')}
        </Notice>
      )}
      <FormField form={form} name="email">
        {(field) => (
          <TextField
            {...field}
            type="email"
            label={t('new')}
            description={t('newHint')}
            autoComplete="email"
            autoCapitalize="none"
            isRequired
          />
        )}
      </FormField>
      <FormField form={form} name="currentPassword">
        {(field) => (
          <PasswordField
            {...field}
            label={t('password')}
            autoComplete="current-password"
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
