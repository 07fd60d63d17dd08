import 'server-only'
import { cache } from 'react'
import { getServerSession } from 'next-auth'
import type { UserActor } from '#lib/access/actor.ts'
import { findActorOfSession } from '#lib/accounts/queries.ts'
import { authOptions } from './auth.ts'

/**
 * Who asks, read from the database once a request. The cookie alone proves nothing: a session that was revoked, ran out
 * or belongs to an older version of the person is nobody.
 */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const session = await getServerSession(authOptions)
  if (!session?.sessionId) return null
  return findActorOfSession(session.sessionId, new Date())
})
