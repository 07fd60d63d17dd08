import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'
import type { FieldProps } from './field-parts.tsx'
import { descriptionClass, labelClass } from './field-styles.ts'

export type PlainControl = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/**
 * Label, description and error around a control of the browser's own, which knows focus, keyboard and speech by itself and costs no
 * script; the fields that the browser lacks are React Aria's.
 */
export function PlainField({
  id,
  label,
  isLabelHidden,
  hint,
  description,
  errorMessage,
  className,
  children,
}: FieldProps & {
  id?: string
  /** After the label, in a lighter ink. */
  hint?: string
  className?: string
  children: (control: PlainControl) => ReactNode
}) {
  const ownId = useId()
  const controlId = id ?? ownId
  const notesId = `${controlId}-notes`
  const hasNotes = Boolean(description) || Boolean(errorMessage)
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={controlId} className={isLabelHidden ? 'sr-only' : labelClass}>
        {label}
        {hint && <span className="font-normal text-muted"> {hint}</span>}
      </label>
      {children({
        id: controlId,
        'aria-invalid': errorMessage ? true : undefined,
        'aria-describedby': hasNotes ? notesId : undefined,
      })}
      {hasNotes && (
        <div id={notesId} className="flex flex-col gap-1">
          {description && <span className={descriptionClass}>{description}</span>}
          {errorMessage && (
            <span className="flex items-start gap-1.5 text-13 text-brick">
              <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
              <span>{errorMessage}</span>
            </span>
          )}
        </div>
      )}
    </div>
  )
}
