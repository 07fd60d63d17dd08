import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { UserActor } from '#lib/access/actor.ts'
import { assertCan, type Permission } from '#lib/access/permissions.ts'
import { currentRequest } from '#lib/current-request.ts'
import type { ActionResult } from '#lib/errors.ts'
import type { z } from '#lib/zod.ts'
import { currentActor } from './actor.ts'
import { parseInput, refusalOf } from './refusal.ts'

type Definition<S extends z.ZodType, T> = {
  /** `domain.verb`; names the action in logs. */
  name: string
  schema: S
} & (
  | { permission: Permission; run: (actor: UserActor, input: z.output<S>, now: Date) => Promise<T> }
  | {
      permission: 'public'
      run: (actor: UserActor | null, input: z.output<S>, now: Date) => Promise<T>
    }
)

/**
 * Makes a server action: finds the actor, asks the permission table, parses, runs, and turns a refusal into a sentence.
 * The operation asks the table again: this one only spares it the work.
 */
export function action<S extends z.ZodType, T>(
  definition: Definition<S, T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (raw) => {
    const request = currentRequest()
    if (request) request.hasActed = true
    try {
      const actor = await currentActor()
      if (definition.permission !== 'public') assertCan(actor, definition.permission)
      const input = parseInput(definition.schema, raw)
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
