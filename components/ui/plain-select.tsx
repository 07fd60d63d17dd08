import { ChevronDown } from 'lucide-react'
import { cx } from './cx.ts'
import { controlClass, lineClass } from './field-styles.ts'
import { PlainField } from './plain-field.tsx'

/** A choice that the browser sends with its form; `Select` is for forms that know what is chosen. */
export function PlainSelect({
  label,
  name,
  chosen,
  options,
  className,
}: {
  label: string
  name: string
  chosen: string | undefined
  options: readonly { value: string; label: string }[]
  className?: string
}) {
  return (
    <PlainField label={label} className={className}>
      {(control) => (
        <span className="relative flex items-center">
          <select
            {...control}
            key={chosen ?? ''}
            name={name}
            defaultValue={chosen ?? ''}
            className={cx(controlClass, lineClass, 'cursor-pointer appearance-none pr-10')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
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
