'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import {
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type InputProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { areaClass, controlClass, lineClass } from './field-styles.ts'

type CommonProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> &
  FieldProps & { placeholder?: string; isOptional?: boolean; className?: string }

export type TextFieldProps = CommonProps & {
  isMono?: boolean
  /** Sits at the end inside the line, such as the eye of a password. */
  trailing?: ReactNode
  inputProps?: Pick<InputProps, 'autoCapitalize' | 'step' | 'min' | 'max' | 'list'>
  ref?: Ref<HTMLInputElement>
}

export function TextField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  placeholder,
  isOptional,
  isMono,
  trailing,
  inputProps,
  className = '',
  ref,
  ...props
}: TextFieldProps) {
  const t = useTranslations('common')
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <FieldLabel isHidden={isLabelHidden} hint={isOptional ? t('optional') : undefined}>
        {label}
      </FieldLabel>
      <span className="relative flex items-center">
        <Input
          {...inputProps}
          ref={ref}
          placeholder={placeholder}
          className={cx(
            controlClass,
            lineClass,
            isMono && 'font-mono tracking-wide',
            trailing !== undefined && 'pr-12',
          )}
        />
        {trailing && <span className="absolute right-1 flex">{trailing}</span>}
      </span>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}

export type TextAreaProps = CommonProps & { rows?: number; ref?: Ref<HTMLTextAreaElement> }

export function TextArea({
  label,
  isLabelHidden,
  description,
  errorMessage,
  placeholder,
  isOptional,
  rows = 4,
  className = '',
  ref,
  ...props
}: TextAreaProps) {
  const t = useTranslations('common')
  return (
    <AriaTextField
      validationBehavior="aria"
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <FieldLabel isHidden={isLabelHidden} hint={isOptional ? t('optional') : undefined}>
        {label}
      </FieldLabel>
      <AriaTextArea
        ref={ref}
        rows={rows}
        placeholder={placeholder}
        className={cx(controlClass, areaClass)}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
