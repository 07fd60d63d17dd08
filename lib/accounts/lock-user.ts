import type { Tx } from '#lib/db/client.ts'
import { lockPerson } from '#lib/db/locks.ts'
import { DomainError } from '#lib/errors.ts'

/** The person as they are until this transaction ends. Who was erased is not there for anybody. */
export async function lockUser(tx: Tx, userId: string) {
  await lockPerson(tx, userId)
  const user = await tx.user.findUnique({
    where: { id: userId, erasedAt: null },
    include: { roles: true },
  })
  if (!user) throw new DomainError('USER_NOT_FOUND')
  return user
}
