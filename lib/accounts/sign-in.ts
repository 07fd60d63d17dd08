import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { verifyPassword } from './hash-password.ts'
import type { SignInInput } from './schema.ts'
import { startSession } from './start-session.ts'

/** Anybody may try. An e-mail that nobody has and a wrong password are one refusal and take the same time. */
export async function signIn(
  input: SignInInput,
  userAgent: string | null,
  now: Date,
): Promise<{ userId: string; sessionId: string }> {
  const user = await db().user.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, sessionVersion: true },
  })
  const isRight = await verifyPassword(user?.passwordHash, input.password)
  if (!user || !isRight) throw new DomainError('CREDENTIALS_WRONG')
  const session = { userId: user.id, version: user.sessionVersion, userAgent }
  return { userId: user.id, ...(await startSession(session, now)) }
}
