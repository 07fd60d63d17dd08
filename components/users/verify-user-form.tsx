'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { TextArea } from '#components/ui/text-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { VerifyUserInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.verifyUserSchema)

type Act = (input: VerifyUserInput) => Promise<ActionResult<void>>

/** Verifies a person, or takes that back, with a note that staff see. */
export function VerifyUserForm({
  userId,
  isVerified,
  verifyUser,
  unverifyUser,
}: {
  userId: string
  isVerified: boolean
  verifyUser: Act
  unverifyUser: Act
}) {
  const t = useTranslations('users')
  const form = useActionForm({
    schema: loadSchema,
    action: isVerified ? unverifyUser : verifyUser,
    defaultValues: { userId, note: '' },
    onDone: (_data, methods) => {
      methods.reset()
      showToast({ title: t(isVerified ? 'unverifyDone' : 'verifyDone') })
    },
  })
  return (
    <Form form={form} aria-label={t(isVerified ? 'unverify' : 'verify')}>
      <FormField form={form} name="note">
        {(field) => (
          <TextArea
            {...field}
            rows={2}
            label={t(isVerified ? 'whyUnverify' : 'note')}
            description={t('noteHint')}
            isOptional
          />
        )}
      </FormField>
      <div>
        <SubmitButton form={form} variant={isVerified ? 'danger' : 'primary'}>
          {t(isVerified ? 'unverify' : 'verify')}
        </SubmitButton>
      </div>
    </Form>
  )
}
