'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { RenameUserInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.renameUserSchema)

export function NameForm({
  userId,
  name,
  renameUser,
}: {
  userId: string
  name: string
  renameUser: (input: RenameUserInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('users')
  const form = useActionForm({
    schema: loadSchema,
    action: renameUser,
    defaultValues: { userId, name },
    onDone: () => showToast({ title: t('nameDone') }),
  })
  return (
    <Form form={form} aria-label={t('saveName')}>
      <FormField form={form} name="name">
        {(field) => <TextField {...field} label={t('name')} autoComplete="off" isRequired />}
      </FormField>
      <div>
        <SubmitButton form={form}>{t('saveName')}</SubmitButton>
      </div>
    </Form>
  )
}
