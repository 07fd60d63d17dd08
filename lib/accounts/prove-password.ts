import { makeThrottle } from '#lib/access/throttle.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { verifyPassword } from './hash-password.ts'

const guesses = makeThrottle({ name: 'own-password', points: 10, seconds: 10 * 60 })

/**
 * Asks who is signed in for their password once more: a desk that was left open must not give the account away. Returns the
 * person as they were when the password was proved.
 */
export async function provePassword(userId: string, password: string) {
  await guesses.spend(userId)
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } })
  if (!user.passwordHash) throw new DomainError('NO_PASSWORD')
  if (!(await verifyPassword(user.passwordHash, password))) throw new DomainError('PASSWORD_WRONG')
  await guesses.giveBack(userId)
  return user
}
