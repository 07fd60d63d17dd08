import type { Role, UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { addMinutes } from '#lib/time.ts'

/** How old the note of the last visit may grow before a request writes it anew. */
const lastSeenMinutes = 5

type ActorRow = { userId: string; name: string; isVerified: boolean; roles: Role[] }

/**
 * The person behind a session, with the roles of this very moment, in one round trip, because every request asks. A session
 * that was ended, ran out, or is older than the person's session version is nobody.
 */
export async function findActorOfSession(sessionId: string, now: Date): Promise<UserActor | null> {
  const [row] = await db().$queryRaw<ActorRow[]>`
    WITH asked AS (
      SELECT s.id, u.id AS user_id, u.name, u.verified_at
      FROM sessions s
      JOIN users u ON u.id = s.user_id AND u.session_version = s.version
      WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${now}
    ), seen AS (
      UPDATE sessions SET last_seen_at = ${now}
      FROM asked
      WHERE sessions.id = asked.id AND sessions.last_seen_at <= ${addMinutes(now, -lastSeenMinutes)}
    )
    SELECT
      user_id AS "userId",
      name,
      verified_at IS NOT NULL AS "isVerified",
      ARRAY(SELECT role::text FROM user_roles WHERE user_roles.user_id = asked.user_id ORDER BY user_roles.role) AS roles
    FROM asked`
  return row ? { kind: 'user', sessionId, ...row } : null
}
