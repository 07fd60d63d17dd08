'use client'

import { useId, type Ref } from 'react'
import { cx } from './cx.ts'
import type { FieldProps } from './field-parts.tsx'
import { controlClass, labelClass, lineClass } from './field-styles.ts'
import { PlainNotes } from './select.tsx'

/** A day (`2025-11-27`, or empty) by the browser's own calendar, which writes it the way its owner reads dates. */
export function DateField({
  id,
  label,
  isLabelHidden,
  description,
  errorMessage,
  value,
  onChange,
  min,
  max,
  isDisabled,
  className,
  ref,
  ...props
}: FieldProps & {
  id?: string
  name?: string
  value: string
  onChange: (day: string) => void
  onBlur?: () => void
  min?: string
  max?: string
  isDisabled?: boolean
  className?: string
  ref?: Ref<HTMLInputElement>
}) {
  const ownId = useId()
  const inputId = id ?? ownId
  const notesId = `${inputId}-notes`
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={inputId} className={isLabelHidden ? 'sr-only' : labelClass}>
        {label}
      </label>
      <input
        {...props}
        ref={ref}
        id={inputId}
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        min={min}
        max={max}
        disabled={isDisabled}
        aria-invalid={errorMessage ? true : undefined}
        aria-describedby={description || errorMessage ? notesId : undefined}
        className={cx(controlClass, lineClass)}
      />
      <PlainNotes id={notesId} description={description} errorMessage={errorMessage} />
    </div>
  )
}
