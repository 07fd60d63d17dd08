import { createTranslator } from 'use-intl/core'
import { dateTimeFormats } from './date-time-formats.ts'
import type { Locale } from './locales.ts'
import { messages, type Namespace } from './messages.ts'

type Translate = (key: string, values: Record<string, unknown>) => string

/**
 * A message whose key is only known when the program runs, such as that of a refusal. The caller's types guarantee that
 * the key is there; a value that is missing throws.
 */
export function translateKey(
  namespace: Namespace,
  key: string,
  values: Record<string, unknown>,
  { locale, timeZone = 'UTC' }: { locale: Locale; timeZone?: string },
): string {
  const translate: unknown = createTranslator({
    locale,
    messages: messages[locale],
    namespace,
    timeZone,
    formats: { dateTime: dateTimeFormats },
    onError: (error) => {
      throw error
    },
  })
  return (translate as Translate)(key, values)
}
