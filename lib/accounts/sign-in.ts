import { aimOf, makeThrottle } from '#lib/access/throttle.ts'
import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { verifyPassword } from './hash-password.ts'
import type { SignInInput } from './schema.ts'
import { startSession } from './start-session.ts'

/** Guesses at one person from one address. */
const guesses = makeThrottle({ name: 'sign-in', points: 10, seconds: 10 * 60 })
/** Guesses from one address at anybody; a whole library may share it. */
const guessesOfAddress = makeThrottle({ name: 'sign-in-address', points: 300, seconds: 10 * 60 })

/**
 * Anybody may try. An e-mail that nobody has and a wrong password are one refusal, take the same time and count the same.
 * The session that this browser had, by its `sessionId`, ends: nobody could sign out of it any more.
 */
export async function signIn(
  input: SignInInput,
  from: { userAgent: string | null; address: string; sessionId?: string | null },
  now: Date,
): Promise<{ userId: string; sessionId: string; locale: string | null }> {
  const aim = aimOf(input.email, from.address)
  await guessesOfAddress.spend(from.address)
  await guesses.spend(aim)

  const user = await db().user.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, sessionVersion: true, locale: true },
  })
  const isRight = await verifyPassword(user?.passwordHash, input.password)
  if (!user || !isRight) throw new DomainError('CREDENTIALS_WRONG')

  await Promise.all([guessesOfAddress.giveBack(from.address), guesses.giveBack(aim)])
  const session = { userId: user.id, version: user.sessionVersion, userAgent: from.userAgent }
  const started = await startSession(session, now)
  if (from.sessionId) await replaceSession(from.sessionId, now)
  return { userId: user.id, locale: user.locale, ...started }
}

/** It may be another person's: whoever holds its cookie may end it. */
async function replaceSession(id: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
}
