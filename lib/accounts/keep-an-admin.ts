import type { Tx } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'

/**
 * Refuses to take the role from the last admin. All rows of the role are locked in one order first: of two admins who take
 * it from each other at once, the second waits, and then counts only who is left. Call it before any person is locked.
 */
export async function keepAnAdmin(tx: Tx, leavingUserId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM user_roles WHERE role = 'admin' ORDER BY user_id FOR UPDATE`
  const isAdmin = admins.some(({ userId }) => userId === leavingUserId)
  if (isAdmin && admins.length === 1) throw new DomainError('LAST_ADMIN')
}
