'use client'

import { ChevronDown, CircleAlert } from 'lucide-react'
import { useId, type ReactNode, type Ref } from 'react'
import { cx } from './cx.ts'
import type { FieldProps } from './field-parts.tsx'
import { controlClass, descriptionClass, labelClass, lineClass } from './field-styles.ts'

export type SelectOption = { value: string; label: string; isDisabled?: boolean }

export type SelectProps = FieldProps & {
  id?: string
  name?: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Shown until something is chosen. */
  placeholder?: string
  options: readonly SelectOption[]
  isDisabled?: boolean
  className?: string
  ref?: Ref<HTMLSelectElement>
}

/** The browser's own choice list: a wheel under the thumb, letters and arrows on a keyboard, and no script to load. */
export function Select({
  id,
  label,
  isLabelHidden,
  description,
  errorMessage,
  value,
  onChange,
  placeholder,
  options,
  isDisabled,
  className,
  ref,
  ...props
}: SelectProps) {
  const ownId = useId()
  const selectId = id ?? ownId
  const notesId = `${selectId}-notes`
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={selectId} className={isLabelHidden ? 'sr-only' : labelClass}>
        {label}
      </label>
      <span className="relative flex items-center">
        <select
          {...props}
          ref={ref}
          id={selectId}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          disabled={isDisabled}
          aria-invalid={errorMessage ? true : undefined}
          aria-describedby={description || errorMessage ? notesId : undefined}
          className={cx(controlClass, lineClass, 'cursor-pointer appearance-none pr-10')}
        >
          {placeholder !== undefined && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute right-3 size-5 text-muted"
        />
      </span>
      <PlainNotes id={notesId} description={description} errorMessage={errorMessage} />
    </div>
  )
}

/** Description and error of a native control; `FieldNotes` does the same inside a React Aria field. */
export function PlainNotes({
  id,
  description,
  errorMessage,
}: {
  id: string
  description?: ReactNode
  errorMessage?: string
}) {
  if (!description && !errorMessage) return null
  return (
    <div id={id} className="flex flex-col gap-1">
      {description && <span className={descriptionClass}>{description}</span>}
      {errorMessage && (
        <span className="flex items-start gap-1.5 text-13 text-brick">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{errorMessage}</span>
        </span>
      )}
    </div>
  )
}
