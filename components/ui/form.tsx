import type { ReactElement, ReactNode, Ref } from 'react'
import { Controller, type FieldPath, type FieldPathValue, type FieldValues } from 'react-hook-form'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId } from './field-id.ts'
import type { ActionForm } from './use-action-form.ts'

/**
 * The frame of a form made with `useActionForm`. `method="post"` matters in the moment before the page is alive: a browser left
 * to itself would put a password into the address.
 */
export function Form<V extends FieldValues>({
  form,
  children,
  className = '',
  ...props
}: {
  form: ActionForm<V>
  children: ReactNode
  className?: string
  'aria-label'?: string
  'aria-labelledby'?: string
}) {
  return (
    <form
      {...props}
      method="post"
      noValidate
      onSubmit={form.submit}
      onFocus={form.warmUp}
      aria-busy={form.isPending}
      className={`flex flex-col gap-5 ${className}`}
    >
      <ErrorSummary form={form} />
      {children}
    </form>
  )
}

export type BoundField<Value> = {
  id: string
  name: string
  value: Value
  onChange: (value: Value) => void
  onBlur: () => void
  ref: Ref<never>
  errorMessage: string | undefined
}

/** Ties one of our fields to one value: `<FormField form={form} name="email">{(field) => <TextField {...field} … />}</FormField>`. */
export function FormField<V extends FieldValues, N extends FieldPath<V>>({
  form,
  name,
  children,
}: {
  form: ActionForm<V>
  name: N
  children: (field: BoundField<FieldPathValue<V, N>>) => ReactElement
}) {
  return (
    <Controller
      control={form.methods.control}
      name={name}
      render={({ field, fieldState }) =>
        children({
          id: fieldId(name),
          name,
          value: field.value,
          onChange: field.onChange,
          onBlur: field.onBlur,
          ref: field.ref as Ref<never>,
          errorMessage: fieldState.error?.message,
        })
      }
    />
  )
}

export function SubmitButton<V extends FieldValues>({
  form,
  children,
  variant = 'primary',
  isWide,
}: {
  form: ActionForm<V>
  children: ReactNode
  variant?: 'primary' | 'danger'
  isWide?: boolean
}) {
  return (
    <Button type="submit" variant={variant} isWide={isWide} isPending={form.isPending}>
      {children}
    </Button>
  )
}
