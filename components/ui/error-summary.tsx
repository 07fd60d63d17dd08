'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { FieldErrors, FieldValues, Path } from 'react-hook-form'
import { Notice } from './notice.tsx'
import type { ActionForm } from './use-action-form.ts'
import { textLinkClass } from './links.tsx'

// Ours to mend, not the person's.
const faults = ['UNEXPECTED', 'UNAVAILABLE']

/** After a failed attempt: what is wrong in one place, with a way to each field. It takes the focus, so it is read out. */
export function ErrorSummary<V extends FieldValues>({ form }: { form: ActionForm<V> }) {
  const t = useTranslations('common.form')
  const { methods, refusal, failures } = form
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failures > 0) ref.current?.focus()
  }, [failures])

  const problems = listProblems(methods.formState.errors)
  if (!refusal && (failures === 0 || problems.length < 2)) return null
  const isFault = refusal && (!refusal.code || faults.includes(refusal.code))
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="rounded-card">
      <Notice
        tone={isFault ? 'danger' : 'attention'}
        title={refusal?.message ?? t('problems', { count: problems.length })}
      >
        {problems.length > 0 && (
          <ul className="flex flex-col gap-1">
            {problems.map(({ name, message }) => (
              <li key={name}>
                <a
                  href={`#field-${name.replaceAll('.', '-')}`}
                  className={textLinkClass}
                  onClick={(event) => {
                    event.preventDefault()
                    methods.setFocus(name as Path<V>)
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

function listProblems(errors: FieldErrors): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, error]) =>
    typeof error?.message === 'string' ? [{ name, message: error.message }] : [],
  )
}
