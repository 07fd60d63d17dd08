'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { RequestPasswordResetInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.requestPasswordResetSchema)

/** Says the same for an address that somebody has and for one that nobody has. */
export function ForgotPasswordForm({
  requestPasswordReset,
}: {
  requestPasswordReset: (input: RequestPasswordResetInput) => Promise<ActionResult<unknown>>
}) {
  const t = useTranslations('accounts')
  const [sentTo, setSentTo] = useState<string>()
  const form = useActionForm({
    schema: loadSchema,
    action: requestPasswordReset,
    defaultValues: { email: '' },
    onDone: (_data, methods) => setSentTo(methods.getValues('email')),
  })
  return (
    <Form form={form} aria-labelledby="title">
      {sentTo !== undefined && (
        <Notice tone="success" title={t('forgot.sent', { email: sentTo })} isLive>
          {t('forgot.sentText')}
        </Notice>
      )}
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
      <SubmitButton form={form} isWide>
        {sentTo === undefined ? t('forgot.submit') : t('forgot.again')}
      </SubmitButton>
    </Form>
  )
}
