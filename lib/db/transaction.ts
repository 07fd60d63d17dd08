import { isWorthRetrying, translateDatabaseError } from './refusals.ts'
import { db, type Tx } from './client.ts'

const retries = 2

/**
 * Runs `work` in one transaction. A deadlock or a serialisation failure is tried again twice, so `work` must have no
 * effect but on the database. A constraint that refuses comes out as a `DomainError`.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await db().$transaction(work, { maxWait: 10_000, timeout: 15_000 })
    } catch (error) {
      if (attempt < retries && isWorthRetrying(error)) continue
      throw translateDatabaseError(error)
    }
  }
}
