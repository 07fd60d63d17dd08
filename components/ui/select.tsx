import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { cx } from './cx.ts'
import type { FieldProps } from './field-parts.tsx'
import { controlClass, lineClass } from './field-styles.ts'
import { PlainField } from './plain-field.tsx'

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

/** The browser's own choice list: a wheel under the thumb, letters and arrows on a keyboard. */
export function Select({
  name,
  value,
  onChange,
  onBlur,
  placeholder,
  options,
  isDisabled,
  ref,
  ...frame
}: SelectProps) {
  return (
    <PlainField {...frame}>
      {(control) => (
        <span className="relative flex items-center">
          <select
            {...control}
            ref={ref}
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
            disabled={isDisabled}
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
      )}
    </PlainField>
  )
}
