import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { subscribeToChanges, type Heard } from '#lib/db/changes.ts'

/** Calls `hear` whenever the plan of some venue is not as it was, until the returned function is called. */
export function watchPlans(actor: Actor, hear: (heard: Heard) => void): () => void {
  assertCan(actor, 'plan.view')
  return subscribeToChanges(hear)
}
