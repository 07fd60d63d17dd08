'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { newRequestKey } from '#components/bookings/request-key.ts'
import { sendWrite } from '#components/bookings/send-write.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Form, FormField, SubmitButton } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { NumberField } from '#components/ui/number-field.tsx'
import { showToast } from '#components/ui/toast.ts'
import { useActionForm } from '#components/ui/use-action-form.ts'
import type { RuleNumbers, SaveRuleInput, TryRuleInput } from '#lib/bookings/schema.ts'
import type { RuleActions } from './rule-actions.ts'
import { RuleTrial } from './rule-trial.tsx'
import type { TrialOfRule } from '#lib/bookings/try-rule.ts'

const loadSchema = () => import('#lib/bookings/schema.ts').then((m) => m.saveRuleSchema)

const fields = [
  'stepMinutes',
  'shortestMinutes',
  'longestMinutes',
  'aheadDays',
  'noticeMinutes',
  'changeMinutes',
  'notBegunLimit',
  'bufferMinutes',
  'graceMinutes',
  'earlyCheckInMinutes',
] as const satisfies (keyof RuleNumbers)[]

/** The numbers of one rule: saved as a new version, tried against the last month, or given up for those of the place. */
export function RuleForm({
  requestKey,
  venue,
  kind,
  seenVersion,
  numbers,
  actions,
}: {
  requestKey: string
  venue: { id: string; timeZone: string }
  kind: SaveRuleInput['kind']
  /** Null while the kind is judged by the rule of the place. */
  seenVersion: number | null
  numbers: RuleNumbers
  actions: RuleActions
}) {
  const t = useTranslations('rules')
  const [isPending, startTransition] = useTransition()
  const [trial, setTrial] = useState<TrialOfRule | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const scope = { venueId: venue.id, kind }
  const form = useActionForm<SaveRuleInput, { version: number }>({
    schema: loadSchema,
    action: actions.saveRule,
    defaultValues: { key: requestKey, ...scope, seenVersion, ...numbers },
    onDone: () => showToast({ title: t('saved') }),
  })

  function tell(answer: { code: string; message?: string }) {
    setProblem(answer.code === 'SILENCE' ? t('unreachable') : (answer.message ?? null))
  }

  function tryOut() {
    const { key: _key, seenVersion: _seen, ...rule } = form.methods.getValues()
    setProblem(null)
    startTransition(async () => {
      const answer = await sendWrite(() => actions.tryRule(rule satisfies TryRuleInput))
      if (answer.ok) return setTrial(answer.data)
      setTrial(null)
      tell(answer)
    })
  }

  function retire() {
    if (seenVersion === null) return
    startTransition(async () => {
      const input = { key: newRequestKey(), ...scope, seenVersion }
      const answer = await sendWrite(() => actions.retireRule(input))
      if (answer.ok) showToast({ title: t('retired') })
      else tell(answer)
    })
  }

  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <Form form={form} aria-label={t('numbers')}>
        {kind && seenVersion === null && <p className="text-muted">{t('ofPlace')}</p>}
        <div className="grid gap-5 sm:grid-cols-2">
          {fields.map((name) => (
            <FormField key={name} form={form} name={name}>
              {(field) => (
                <NumberField
                  {...field}
                  label={t(`fields.${name}`)}
                  description={t(`hints.${name}`)}
                />
              )}
            </FormField>
          ))}
        </div>
        <FormField form={form} name="isForVerified">
          {({ value, ...field }) => (
            <Checkbox {...field} isSelected={value}>
              {t('fields.isForVerified')}
            </Checkbox>
          )}
        </FormField>
        <div className="flex flex-wrap gap-2">
          <SubmitButton form={form}>{t('save')}</SubmitButton>
          <Button isPending={isPending} onPress={tryOut}>
            {t('try')}
          </Button>
          {kind && seenVersion !== null && (
            <Button variant="bare" isPending={isPending} onPress={retire}>
              {t('retire')}
            </Button>
          )}
        </div>
      </Form>
      {problem && <Notice tone="attention" title={problem} isLive />}
      {trial && <RuleTrial trial={trial} timeZone={venue.timeZone} />}
    </div>
  )
}
