'use client'

import { useTranslations } from 'next-intl'
import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import type { FieldProps } from './field-parts.tsx'
import { areaClass, controlClass, lineClass } from './field-styles.ts'
import { PlainField } from './plain-field.tsx'

/** The browser's attributes, but for those that have our names here, as React Aria's fields have them. */
type Native<Attributes> = Omit<
  Attributes,
  'onChange' | 'value' | 'defaultValue' | 'disabled' | 'required' | 'readOnly' | 'className'
>

type TextProps = FieldProps & {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  isDisabled?: boolean
  isReadOnly?: boolean
  isRequired?: boolean
  /** Says so after the label. */
  isOptional?: boolean
  className?: string
}

export type TextFieldProps = TextProps &
  Native<InputHTMLAttributes<HTMLInputElement>> & {
    /** For codes: letters of one width. */
    isMono?: boolean
    /** Sits at the end inside the line, such as the eye of a password. */
    trailing?: ReactNode
    ref?: Ref<HTMLInputElement>
  }

export function TextField({ isMono, trailing, ref, ...given }: TextFieldProps) {
  const { frame, attributes } = useTextProps(given)
  return (
    <PlainField {...frame}>
      {(control) => (
        <span className="relative flex items-center">
          <input
            {...attributes}
            {...control}
            ref={ref}
            className={cx(
              controlClass,
              lineClass,
              isMono && 'font-mono tracking-wide',
              trailing !== undefined && 'pr-12',
            )}
          />
          {trailing !== undefined && <span className="absolute right-1 flex">{trailing}</span>}
        </span>
      )}
    </PlainField>
  )
}

export type TextAreaProps = TextProps &
  Native<TextareaHTMLAttributes<HTMLTextAreaElement>> & { ref?: Ref<HTMLTextAreaElement> }

export function TextArea({ ref, rows = 4, ...given }: TextAreaProps) {
  const { frame, attributes } = useTextProps(given)
  return (
    <PlainField {...frame}>
      {(control) => (
        <textarea
          {...attributes}
          {...control}
          ref={ref}
          rows={rows}
          className={cx(controlClass, areaClass)}
        />
      )}
    </PlainField>
  )
}

/** Parts what the frame shows from what the control is given. */
function useTextProps<P extends TextProps & { id?: string }>({
  id,
  label,
  isLabelHidden,
  description,
  errorMessage,
  className,
  onChange,
  isDisabled,
  isReadOnly,
  isRequired,
  isOptional,
  ...rest
}: P) {
  const t = useTranslations('common')
  return {
    frame: {
      id,
      label,
      isLabelHidden,
      description,
      errorMessage,
      className,
      hint: isOptional ? t('optional') : undefined,
    },
    attributes: {
      ...rest,
      disabled: isDisabled,
      readOnly: isReadOnly,
      // Not `required`: the browser would judge before we do, in its own words.
      'aria-required': isRequired,
      onChange:
        onChange && ((event: { target: { value: string } }) => onChange(event.target.value)),
    },
  }
}
