import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'

export type SegmentOption<Value extends string> = {
  value: Value
  label: string
  glyph?: ReactNode
}

/** One of a few, all in view. Native radios: arrows move, Tab enters and leaves, and it costs no script. */
export function SegmentedControl<Value extends string>({
  label,
  isLabelHidden,
  options,
  value,
  onChange,
  isWide,
}: {
  label: string
  isLabelHidden?: boolean
  options: readonly SegmentOption<Value>[]
  value: Value
  onChange: (value: Value) => void
  isWide?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1.5 text-13 font-medium text-muted'}>
        {label}
      </legend>
      <div
        className={cx(
          'flex-wrap self-start rounded-card border border-hairline p-0.5',
          isWide ? 'flex w-full' : 'inline-flex',
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'relative flex min-h-11 cursor-pointer items-center justify-center gap-1.5 rounded-chip px-3 text-13 font-medium text-muted transition-colors md:min-h-9',
              'hover:text-ink has-checked:bg-lamp-wash has-checked:text-lamp has-checked:before:bg-lamp has-focus-visible:outline-2 has-focus-visible:outline-lamp',
              'before:absolute before:inset-x-3 before:bottom-1 before:h-0.5 before:rounded-full',
              isWide && 'flex-1',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {option.glyph}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
