'use client'

import { useId, type ReactNode } from 'react'

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
        className={`${isWide ? 'flex' : 'inline-flex'} flex-wrap self-start rounded-card bg-sunken p-0.5 ${isWide ? 'w-full' : ''}`}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={`relative flex min-h-10 cursor-pointer items-center justify-center gap-1.5 rounded-[0.5rem] px-3 text-13 font-medium text-muted transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:ring-1 has-checked:ring-edge has-focus-visible:outline-2 has-focus-visible:outline-lamp ${isWide ? 'flex-1' : ''}`}
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
