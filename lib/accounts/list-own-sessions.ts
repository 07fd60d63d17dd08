import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { db } from '#lib/db/client.ts'
import { nameBrowser, type BrowserName } from './name-browser.ts'

export type OwnSession = BrowserName & {
  id: string
  isThis: boolean
  createdAt: Date
  lastSeenAt: Date
}

/** The browsers that are signed in as this person now: this one first, then the latest seen. */
export async function listOwnSessions(actor: Actor, now: Date): Promise<OwnSession[]> {
  assertCan(actor, 'account.manageOwn')
  const { sessionVersion, sessions } = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      sessionVersion: true,
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: now } },
        orderBy: { lastSeenAt: 'desc' },
      },
    },
  })
  return sessions
    .filter(({ version }) => version === sessionVersion)
    .map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      isThis: id === actor.sessionId,
      createdAt,
      lastSeenAt,
      ...nameBrowser(userAgent),
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}
