import { createTranslator } from 'use-intl/core'
import { DomainError, type ErrorCode } from '#lib/errors.ts'
import { dateTimeFormats } from './date-time-formats.ts'
import type { Locale } from './locales.ts'
import { messages } from './messages.ts'

/** The sentence that a person reads for a refusal, with times in the zone that the refusal speaks of. */
export function textOfError(error: DomainError, locale: Locale): string {
  return textOfCode(error.code, error.details, locale)
}

export function textOfCode(
  code: ErrorCode,
  details: Record<string, unknown>,
  locale: Locale,
): string {
  const translate = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'errors',
    timeZone: typeof details.timeZone === 'string' ? details.timeZone : 'UTC',
    formats: { dateTime: dateTimeFormats },
    onError: (error) => {
      throw error
    },
  }) as (key: string, values: Record<string, unknown>) => string
  return translate(code, details)
}
