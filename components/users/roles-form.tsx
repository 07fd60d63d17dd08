'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { Role } from '#lib/access/actor.ts'
import type { SetRolesInput } from '#lib/accounts/schema.ts'
import type { ActionResult } from '#lib/errors.ts'

const loadSchema = () => import('#lib/accounts/schema.ts').then((m) => m.setRolesSchema)

export function RolesForm({
  userId,
  roles,
  choices,
  setRoles,
}: {
  userId: string
  roles: Role[]
  choices: readonly Role[]
  setRoles: (input: SetRolesInput) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('users')
  const tShell = useTranslations('shell.account')
  const form = useActionForm({
    schema: loadSchema,
    action: setRoles,
    defaultValues: { userId, roles },
    onDone: () => showToast({ title: t('rolesDone') }),
  })
  return (
    <Form form={form} aria-label={t('roles')}>
      <FormField form={form} name="roles">
        {({ value, onChange }) => (
          <div role="group" aria-label={t('roles')} className="flex flex-col">
            {choices.map((role) => (
              <Checkbox
                key={role}
                isSelected={value.includes(role)}
                onChange={(isOn) =>
                  onChange(isOn ? [...value, role] : value.filter((one) => one !== role))
                }
              >
                {tShell('roles', { roles: role })}
              </Checkbox>
            ))}
          </div>
        )}
      </FormField>
      <p className="text-13 text-muted">{t('rolesHint')}</p>
      <div>
        <SubmitButton form={form}>{t('saveRoles')}</SubmitButton>
      </div>
    </Form>
  )
}
