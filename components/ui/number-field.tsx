import { Minus, Plus } from 'lucide-react'
import type { Ref } from 'react'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { lineClass } from './field-styles.ts'

const stepper = cx(
  'flex w-11 shrink-0 items-center justify-center text-lamp transition-colors hover:bg-lamp-wash disabled:text-muted disabled:opacity-50',
)

export function NumberField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  className,
  ref,
  ...props
}: Omit<AriaNumberFieldProps, 'className' | 'style' | 'children'> &
  FieldProps & { className?: string; ref?: Ref<HTMLInputElement> }) {
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <Group className="flex w-40 overflow-hidden rounded-card border border-edge bg-raised transition-colors invalid:border-brick focus-within:border-lamp hover:border-ink">
        <Button slot="decrement" className={stepper}>
          <Minus aria-hidden="true" className="size-5" />
        </Button>
        <Input
          ref={ref}
          className={cx('w-full min-w-0 bg-transparent text-center tabular-nums', lineClass)}
        />
        <Button slot="increment" className={stepper}>
          <Plus aria-hidden="true" className="size-5" />
        </Button>
      </Group>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaNumberField>
  )
}
