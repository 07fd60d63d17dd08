import type { ReactNode } from 'react'
import {
  Radio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components/RadioGroup'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'

export type RadioOption = { value: string; label: ReactNode; description?: ReactNode }

/** One of a few that need a sentence each; a few that need a word each fit a `SegmentedControl`. */
export function RadioGroup({
  label,
  isLabelHidden,
  description,
  errorMessage,
  options,
  className,
  ...props
}: Omit<AriaRadioGroupProps, 'className' | 'style' | 'children'> &
  FieldProps & { options: readonly RadioOption[]; className?: string }) {
  return (
    <AriaRadioGroup
      validationBehavior="aria"
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <div className="flex flex-col">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="group flex min-h-11 cursor-pointer items-start gap-3 py-2.5 text-15 disabled:cursor-not-allowed disabled:opacity-60 md:min-h-10 md:py-2"
          >
            <span className="mt-0.5 size-5 shrink-0 rounded-full border border-edge bg-raised transition-[border-width,border-color] group-invalid:border-brick group-hover:border-lamp group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-lamp group-selected:border-[6px] group-selected:border-lamp" />
            <span className="flex flex-col">
              {option.label}
              {option.description && (
                <span className="text-13 text-muted">{option.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaRadioGroup>
  )
}
