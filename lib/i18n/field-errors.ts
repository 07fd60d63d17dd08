import type { z } from '#lib/zod.ts'
import { fieldMessageOf } from './field-message.ts'
import type { Locale } from './locales.ts'
import { translateKey } from './translate.ts'

/** The first sentence for each field, by its path (`venue.name`); a fault of the whole form stands under the empty name. */
export function fieldErrorsOf(
  issues: readonly z.core.$ZodIssue[],
  locale: Locale,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const { key, values } = fieldMessageOf(issue)
    errors[issue.path.join('.')] ??= translateKey('fields', key, values, { locale })
  }
  return errors
}
