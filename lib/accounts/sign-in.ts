import { createHash } from 'node:crypto'
import { makeThrottle } from '#lib/access/throttle.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { verifyPassword } from './hash-password.ts'
import type { SignInInput } from './schema.ts'
import { startSession } from './start-session.ts'

const minutes = 60

/** Guesses at one person from one address. */
const guesses = makeThrottle({ name: 'sign-in', points: 10, seconds: 10 * minutes })
/** Guesses from one address at anybody; a whole library may share it. */
const guessesOfAddress = makeThrottle({
  name: 'sign-in-address',
  points: 300,
  seconds: 10 * minutes,
})

/**
 * Anybody may try. An e-mail that nobody has and a wrong password are one refusal, take the same time and count the same.
 */
export async function signIn(
  input: SignInInput,
  from: { userAgent: string | null; address: string },
  now: Date,
): Promise<{ userId: string; sessionId: string }> {
  const aim = createHash('sha256').update(`${input.email} ${from.address}`).digest('base64url')
  await guessesOfAddress.spend(from.address)
  await guesses.spend(aim)

  const user = await db().user.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, sessionVersion: true },
  })
  const isRight = await verifyPassword(user?.passwordHash, input.password)
  if (!user || !isRight) throw new DomainError('CREDENTIALS_WRONG')

  await Promise.all([guessesOfAddress.giveBack(from.address), guesses.giveBack(aim)])
  const session = { userId: user.id, version: user.sessionVersion, userAgent: from.userAgent }
  return { userId: user.id, ...(await startSession(session, now)) }
}
