'use client'

import { useTranslations } from 'next-intl'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import { languages } from '#components/shell/languages.ts'
import type { OwnAccount } from '#lib/accounts/get-own-account.ts'
import type { UpdateProfileInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'
import type { Locale } from '#lib/i18n/locales.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.updateProfileSchema)

export function ProfileForm({
  account,
  locale,
  updateProfile,
}: {
  account: OwnAccount
  locale: Locale
  updateProfile: (input: UpdateProfileInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('settings.profile')
  const form = useActionForm({
    schema: loadSchema,
    action: updateProfile,
    defaultValues: { name: account.name, locale },
    onDone: () => showToast({ title: t('saved') }),
  })
  return (
    <Form form={form} aria-label={t('title')}>
      <FormField form={form} name="name">
        {(field) => (
          <TextField
            {...field}
            label={t('name')}
            description={t(account.isVerified ? 'nameVerified' : 'nameHint')}
            autoComplete="name"
            isReadOnly={account.isVerified}
            isRequired
          />
        )}
      </FormField>
      <FormField form={form} name="locale">
        {({ value, onChange }) => (
          <div className="flex flex-col gap-1.5">
            <SegmentedControl
              label={t('language')}
              value={value}
              onChange={onChange}
              options={languages}
            />
            <span className="text-13 text-muted">{t('languageHint')}</span>
          </div>
        )}
      </FormField>
      <div>
        <SubmitButton form={form}>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
