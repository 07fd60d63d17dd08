import { unstable_rethrow } from 'next/navigation'
import type { ActionResult } from '#lib/errors.ts'

/** What a write came to. Silence is not a refusal: the write may have arrived. */
export type WriteAnswer<T> = ActionResult<T> | { ok: false; code: 'SILENCE' }

/** Whether a write that was answered like this may yet turn out to be done: sent again, it needs the key that it had. */
export function mayHaveArrived(answer: WriteAnswer<unknown>): boolean {
  return !answer.ok && (answer.code === 'SILENCE' || answer.code === 'UNAVAILABLE')
}

export async function sendWrite<T>(send: () => Promise<ActionResult<T>>): Promise<WriteAnswer<T>> {
  try {
    return await send()
  } catch (error) {
    // A redirect travels as an exception too.
    unstable_rethrow(error)
    return { ok: false, code: 'SILENCE' }
  }
}
