import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { UserActor } from '#lib/access/actor.ts'
import { assertCan, type Permission } from '#lib/access/permissions.ts'
import { httpStatusOf } from '#lib/errors.ts'
import { currentActor } from './actor.ts'
import { refusalOf } from './refusal.ts'

/**
 * Makes a route handler the way `action` makes an action: who asks, may they, run. What `run` returns is answered as JSON,
 * a refusal as `{ code, message }` with its status. Nothing of it is stored on the way.
 */
export function route<T>(definition: {
  /** `domain.verb`; names the route in logs. */
  name: string
  permission: Permission
  run: (actor: UserActor, request: Request, now: Date) => Promise<T>
}): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const actor = await currentActor()
      assertCan(actor, definition.permission)
      const data = await definition.run(actor, request, new Date())
      return Response.json(data, { headers: neverStored })
    } catch (error) {
      unstable_rethrow(error)
      return refuse(error, definition.name)
    }
  }
}

/** The answer to a request that was refused or failed. */
export async function refuse(error: unknown, name: string): Promise<Response> {
  const { ok: _, ...refusal } = await refusalOf(error, name)
  return Response.json(refusal, { status: httpStatusOf(refusal.code), headers: neverStored })
}

const neverStored = { 'Cache-Control': 'no-store' }
