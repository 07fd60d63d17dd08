import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { FieldErrors, FieldValues, Path } from 'react-hook-form'
import { fieldId } from './field-id.ts'
import { textLinkClass } from './links.tsx'
import { Notice } from './notice.tsx'
import type { ActionForm } from './use-action-form.ts'

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
    <div ref={ref} tabIndex={-1} role="alert">
      <Notice
        tone={isFault ? 'danger' : 'attention'}
        title={refusal?.message ?? t('problems', { count: problems.length })}
      >
        {problems.length > 0 && (
          <ul className="flex flex-col gap-1">
            {problems.map(({ name, message }) => (
              <li key={name}>
                <ProblemLink
                  name={name}
                  message={message}
                  goThere={() => methods.setFocus(name as Path<V>)}
                />
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

function ProblemLink({
  name,
  message,
  goThere,
}: {
  name: string
  message: string
  goThere: () => void
}) {
  // A fault of the form as a whole has no field to go to.
  if (name === 'root') return message
  const label = labelOf(name)
  return (
    <a
      href={`#${fieldId(name)}`}
      className={textLinkClass}
      onClick={(event) => {
        event.preventDefault()
        goThere()
      }}
    >
      {label ? `${label}: ${message}` : message}
    </a>
  )
}

/** What the page calls the field; it stands in the document by the time that an attempt has failed. */
function labelOf(name: string): string | undefined {
  const label = document.querySelector(`label[for="${fieldId(name)}"]`)
  return label?.firstChild?.textContent ?? undefined
}

function listProblems(errors: FieldErrors): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, error]) =>
    typeof error?.message === 'string' ? [{ name, message: error.message }] : [],
  )
}
