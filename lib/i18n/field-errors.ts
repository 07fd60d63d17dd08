import { createTranslator } from 'use-intl/core'
import type { z } from '#lib/zod.ts'
import { fieldMessageOf, type FieldMessage } from './field-message.ts'
import type { Locale } from './locales.ts'
import { messages } from './messages.ts'

/** The first sentence for each field, by its path (`venue.name`); a fault of the whole form stands under the empty name. */
export function fieldErrorsOf(
  issues: readonly z.core.$ZodIssue[],
  locale: Locale,
): Record<string, string> {
  const translate = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'fields',
  }) as (key: FieldMessage['key'], values: FieldMessage['values']) => string
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const { key, values } = fieldMessageOf(issue)
    errors[issue.path.join('.')] ??= translate(key, values)
  }
  return errors
}
