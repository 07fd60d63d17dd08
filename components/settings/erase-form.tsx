'use client'

import { useTranslations } from 'next-intl'
import { wipePasses } from '#components/pass/pass-store.ts'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { EraseOwnAccountInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.eraseOwnAccountSchema)

/** There is no undo here, so the password stands before it; the passes go off the device as well. */
export function EraseForm({
  eraseOwnAccount,
}: {
  eraseOwnAccount: (input: EraseOwnAccountInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('settings')
  const form = useActionForm({
    schema: loadSchema,
    action: eraseOwnAccount,
    defaultValues: { currentPassword: '' },
    onDone: () => void wipePasses().finally(() => location.replace('/sign-in')),
  })
  return (
    <Form form={form} aria-label={t('erase.title')}>
      <FormField form={form} name="currentPassword">
        {(field) => (
          <PasswordField
            {...field}
            label={t('email.password')}
            autoComplete="current-password"
            isRequired
          />
        )}
      </FormField>
      <div>
        <SubmitButton form={form} variant="danger">
          {t('erase.submit')}
        </SubmitButton>
      </div>
    </Form>
  )
}
