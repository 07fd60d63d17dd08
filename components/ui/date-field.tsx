import type { Ref } from 'react'
import { cx } from './cx.ts'
import type { FieldProps } from './field-parts.tsx'
import { controlClass, lineClass } from './field-styles.ts'
import { PlainField } from './plain-field.tsx'

/** A day (`2025-11-27`, or empty) by the browser's own calendar, which writes it the way its owner reads dates. */
export function DateField({
  name,
  value,
  onChange,
  onBlur,
  min,
  max,
  isDisabled,
  ref,
  ...frame
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
  return (
    <PlainField {...frame}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          type="date"
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          min={min}
          max={max}
          disabled={isDisabled}
          className={cx(controlClass, lineClass)}
        />
      )}
    </PlainField>
  )
}
