import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '#lib/db/client.ts'
import { DomainError, type ErrorCode } from '#lib/errors.ts'

/** So many attempts in so many seconds for each key, counted in the database for all processes together. */
export type Throttle = {
  /** Takes one attempt; throws the refusal with the time to wait when there is none left. */
  spend: (key: string) => Promise<void>
  /** Gives it back when the attempt turned out to be a good one. */
  giveBack: (key: string) => Promise<void>
}

export function makeThrottle(settings: {
  name: string
  points: number
  seconds: number
  refusal?: ErrorCode
}): Throttle {
  let limiter: RateLimiterPostgres | undefined
  const counter = () =>
    (limiter ??= new RateLimiterPostgres({
      storeClient: throughPrisma,
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: settings.name,
      points: settings.points,
      duration: settings.seconds,
      // Who is over the limit is refused from memory until the time is over.
      inMemoryBlockOnConsumed: settings.points + 1,
    }))
  return {
    spend: async (key) => {
      try {
        await counter().consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        const minutes = Math.ceil(seconds / 60)
        throw new DomainError(settings.refusal ?? 'TOO_MANY_ATTEMPTS', { seconds, minutes })
      }
    },
    giveBack: async (key) => {
      await counter().reward(key)
    },
  }
}

/** A key for what is tried at one e-mail from one address; the table of attempts holds no personal value. */
export function aimOf(email: string, address: string): string {
  return createHash('sha256').update(`${email} ${address}`).digest('base64url')
}

/** Looks like a client of `pg` to the library, and saves a pool beside the one there is. */
const throughPrisma = {
  query: async ({ text, values = [] }: { text: string; values?: unknown[] }) => {
    // The library subtracts the expiry from a number, which a bigint refuses.
    const rows = await db().$queryRawUnsafe<{ points?: number; expire?: bigint | null }[]>(
      text,
      ...values,
    )
    return { rows: rows.map((row) => ({ ...row, expire: row.expire && Number(row.expire) })) }
  },
}
