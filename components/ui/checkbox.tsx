import { Check, Minus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox'
import { cx } from './cx.ts'

export type CheckboxProps = Omit<
  AriaCheckboxProps,
  'className' | 'style' | 'children' | 'inputRef'
> & {
  children: ReactNode
  description?: ReactNode
  errorMessage?: string
  className?: string
  ref?: Ref<HTMLInputElement>
}

/** In a form: `{({ value, ...field }) => <Checkbox {...field} isSelected={value}>…</Checkbox>}`. */
export function Checkbox({
  children,
  description,
  errorMessage,
  className,
  ref,
  ...props
}: CheckboxProps) {
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <AriaCheckbox
        validationBehavior="aria"
        {...props}
        inputRef={ref}
        isInvalid={props.isInvalid ?? Boolean(errorMessage)}
        className="group flex min-h-11 cursor-pointer items-start gap-3 py-2.5 text-15 disabled:cursor-not-allowed disabled:opacity-60 md:min-h-10 md:py-2"
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-chip border border-edge bg-raised text-on-lamp transition-colors group-indeterminate:border-lamp group-indeterminate:bg-lamp group-invalid:border-brick group-hover:border-lamp group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-lamp group-selected:border-lamp group-selected:bg-lamp">
              {isIndeterminate ? (
                <Minus aria-hidden="true" className="size-4" strokeWidth={3} />
              ) : (
                isSelected && <Check aria-hidden="true" className="size-4" strokeWidth={3} />
              )}
            </span>
            <span className="flex flex-col">
              {children}
              {description && <span className="text-13 text-muted">{description}</span>}
            </span>
          </>
        )}
      </AriaCheckbox>
      {errorMessage && <span className="text-13 text-brick">{errorMessage}</span>}
    </div>
  )
}
