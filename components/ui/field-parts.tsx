import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { descriptionClass, labelClass } from './field-styles.ts'

/** What every field of ours may be told, whatever is put into it. */
export type FieldProps = {
  label: string
  /** For a field whose name the page already says; it stays the spoken name. */
  isLabelHidden?: boolean
  description?: ReactNode
  errorMessage?: string
}

export function FieldLabel({
  children,
  isHidden,
  hint,
}: {
  children: ReactNode
  isHidden?: boolean
  hint?: string
}) {
  return (
    <Label className={isHidden ? 'sr-only' : labelClass}>
      {children}
      {hint && <span className="font-normal text-muted"> {hint}</span>}
    </Label>
  )
}

export function FieldNotes({ description, errorMessage }: Partial<FieldProps>) {
  return (
    <>
      {description && (
        <Text slot="description" className={descriptionClass}>
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-13 text-brick">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>{errorMessage}</span>
      </FieldError>
    </>
  )
}
