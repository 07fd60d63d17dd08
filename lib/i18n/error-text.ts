import type { DomainError } from '#lib/errors.ts'
import type { Locale } from './locales.ts'
import { translateKey } from './translate.ts'

/** The sentence that a person reads for a refusal, with times in the zone that the refusal speaks of. */
export function textOfError(error: DomainError, locale: Locale): string {
  const { timeZone } = error.details
  return translateKey('errors', error.code, error.details, { locale, timeZone })
}
