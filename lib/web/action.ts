import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { UserActor } from '#lib/access/actor.ts'
import { assertCan, type Permission } from '#lib/access/permissions.ts'
import { translateDatabaseError } from '#lib/db/refusals.ts'
import { DomainError, type ActionResult } from '#lib/errors.ts'
import { textOfError } from '#lib/i18n/error-text.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { fieldErrorsOf } from '#lib/i18n/field-errors.ts'
import { log } from '#lib/log.ts'
import type { z } from '#lib/zod.ts'
import { currentActor } from './actor.ts'

type Definition<S extends z.ZodType, T> = {
  /** `domain.verb`; names the action in logs. */
  name: string
  schema: S
} & (
  | { permission: Permission; run: (actor: UserActor, input: z.output<S>, now: Date) => Promise<T> }
  | { permission: 'public'; run: (actor: UserActor | null, input: z.output<S>, now: Date) => Promise<T> }
)

/**
 * Makes a server action: finds the actor, asks the permission table, parses, runs, and turns a refusal into a sentence.
 * The operation asks the table again: this one only spares it the work.
 */
export function action<S extends z.ZodType, T>(
  definition: Definition<S, T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (raw) => {
    try {
      const actor = await currentActor()
      if (definition.permission !== 'public') assertCan(actor, definition.permission)
      const input = parse(definition.schema, raw)
      const run = definition.run as (
        actor: UserActor | null,
        input: z.output<S>,
        now: Date,
      ) => Promise<T>
      return { ok: true, data: await run(actor, input, new Date()) }
    } catch (error) {
      unstable_rethrow(error)
      return refusalOf(error, definition.name)
    }
  }
}

class InvalidInput extends DomainError {
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('INVALID_INPUT')
    this.issues = issues
  }
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw, { reportInput: true })
  if (!result.success) throw new InvalidInput(result.error.issues)
  return result.data
}

async function refusalOf(thrown: unknown, name: string): Promise<ActionResult<never>> {
  const locale = (await getLocale()) as Locale
  const error = translateDatabaseError(thrown)
  if (error instanceof DomainError) {
    log.info({ action: name, refusal: error.code }, 'refused')
    return {
      ok: false,
      code: error.code,
      message: textOfError(error, locale),
      details: error.details,
      ...(error instanceof InvalidInput ? { fieldErrors: fieldErrorsOf(error.issues, locale) } : {}),
    }
  }
  log.error({ action: name, err: error }, 'action failed')
  const requestId = (await headers()).get('x-request-id') ?? '?'
  const fault = new DomainError('UNEXPECTED', { requestId })
  return { ok: false, code: fault.code, message: textOfError(fault, locale), details: fault.details }
}
