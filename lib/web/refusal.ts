import 'server-only'
import { getLocale } from 'next-intl/server'
import { DomainError, type ActionResult } from '#lib/errors.ts'
import { textOfError } from '#lib/i18n/error-text.ts'
import { fieldErrorsOf } from '#lib/i18n/field-errors.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { currentRequestId, log } from '#lib/log.ts'
import type { z } from '#lib/zod.ts'
import { translateRequestError } from './request-error.ts'

export type Refusal = Extract<ActionResult<never>, { ok: false }>

class InvalidInput extends DomainError {
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('INVALID_INPUT')
    this.issues = issues
  }
}

/** What came from outside, or the refusal that names each field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw, { reportInput: true })
  if (!result.success) throw new InvalidInput(result.error.issues)
  return result.data
}

/** Whatever was thrown, as the sentence for the person who asked. A fault of ours goes to the log and shows its number. */
export async function refusalOf(thrown: unknown, name: string): Promise<Refusal> {
  const locale = (await getLocale()) as Locale
  const error = translateRequestError(thrown)
  if (error instanceof DomainError) {
    log.info({ action: name, refusal: error.code }, 'refused')
    return {
      ok: false,
      code: error.code,
      message: textOfError(error, locale),
      details: error.details,
      ...(error instanceof InvalidInput
        ? { fieldErrors: fieldErrorsOf(error.issues, locale) }
        : {}),
    }
  }
  log.error({ action: name, err: error }, 'action failed')
  const fault = new DomainError('UNEXPECTED', { requestId: currentRequestId() ?? '?' })
  return {
    ok: false,
    code: fault.code,
    message: textOfError(fault, locale),
    details: fault.details,
  }
}
