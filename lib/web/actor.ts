import 'server-only'
import { cookies } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import type { UserActor } from '#lib/access/actor.ts'
import { can, type Permission } from '#lib/access/permissions.ts'
import { findActorOfSession } from '#lib/accounts/queries.ts'
import { DomainError } from '#lib/errors.ts'
import { readSessionId, sessionCookieName } from './auth.ts'
import { translateRequestError } from './request-error.ts'

/**
 * Who asks, read from the database once a request. The cookie alone proves nothing: a session that was revoked, ran out
 * or belongs to an older version of the person is nobody.
 */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const sessionId = await readSessionId((await cookies()).get(sessionCookieName())?.value)
  if (!sessionId) return null
  try {
    return await findActorOfSession(sessionId, new Date())
  } catch (thrown) {
    const error = translateRequestError(thrown)
    // The digest is all that a page's error boundary learns, so it carries what happened.
    throw error instanceof DomainError ? Object.assign(error, { digest: error.code }) : error
  }
})

/**
 * For the top of a page: nobody is asked to sign in and comes back to `path`, a wrong role is told so. The page's
 * operations and queries ask again.
 */
export async function requireActor(permission: Permission, path: string): Promise<UserActor> {
  const actor = await currentActor()
  if (!actor) redirect(`/sign-in?${new URLSearchParams({ next: path })}`)
  if (!can(actor, permission)) forbidden()
  return actor
}
