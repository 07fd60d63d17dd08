'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { SetUserEmailInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.setUserEmailSchema)

export function UserEmailForm({
  userId,
  email,
  setUserEmail,
}: {
  userId: string
  email: string | null
  setUserEmail: (input: SetUserEmailInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('users')
  const form = useActionForm({
    schema: loadSchema,
    action: setUserEmail,
    defaultValues: { userId, email: email ?? '' },
    onDone: () => showToast({ title: t('emailDone') }),
  })
  return (
    <Form form={form} aria-label={t('saveEmail')}>
      <FormField form={form} name="email">
        {(field) => (
          <TextField
            {...field}
            type="email"
            label={t('email')}
            description={t('emailHint')}
            autoComplete="off"
            autoCapitalize="none"
            isRequired
          />
        )}
      </FormField>
      <div>
        <SubmitButton form={form}>{t('saveEmail')}</SubmitButton>
      </div>
    </Form>
  )
}
