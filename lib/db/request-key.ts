import { createHash } from 'node:crypto'
import { DomainError } from '#lib/errors.ts'
import { hourMs } from '#lib/time.ts'
import { db, type Tx } from './client.ts'

/** A phone that was offline may send a write again days later. */
const keptDays = 7

/**
 * Does a write once for a key made by the sender, and answers a repeat with the first result. Call it first in the
 * transaction: a second arrival waits on the key until the first has committed. A write that was refused leaves no key,
 * so the same key may be sent again. `result` must survive JSON.
 */
export async function once<T>(
  tx: Tx,
  request: { userId: string; key: string; operation: string; input: unknown; now: Date },
  work: () => Promise<T>,
): Promise<T> {
  const { userId, key, operation, now } = request
  const inputHash = hashOf(request.input)
  const claimed = await tx.$executeRaw`
    INSERT INTO request_keys (user_id, key, operation, input_hash, created_at)
    VALUES (${userId}::uuid, ${key}::uuid, ${operation}, ${inputHash}, ${now})
    ON CONFLICT DO NOTHING`
  if (claimed === 0) return repeat<T>(tx, request, inputHash)
  const result = await work()
  await tx.requestKey.update({
    where: { userId_key: { userId, key } },
    data: { result: (result ?? null) as object },
  })
  return result
}

/** Whether a write with this key was done. Asked before a refusal outside a transaction: a repeat must reach {@link once}. */
export async function isKnownRequest(userId: string, key: string): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM request_keys WHERE user_id = ${userId}::uuid AND key = ${key}::uuid`
  return found.length > 0
}

/** Forgets keys that no sender will send again. Returns how many. */
export async function forgetRequestKeys(now: Date): Promise<number> {
  const { count } = await db().requestKey.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - keptDays * 24 * hourMs) } },
  })
  return count
}

async function repeat<T>(
  tx: Tx,
  { userId, key, operation }: { userId: string; key: string; operation: string },
  inputHash: string,
): Promise<T> {
  const first = await tx.requestKey.findUniqueOrThrow({ where: { userId_key: { userId, key } } })
  if (first.operation !== operation || first.inputHash !== inputHash) {
    throw new DomainError('KEY_REUSED')
  }
  return first.result as T
}

function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}
