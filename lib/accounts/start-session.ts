import { db } from '#lib/db/client.ts'
import { hourMs } from '#lib/time.ts'
import { sessionDays } from './schema.ts'

const longestUserAgent = 200

/** Writes the row that makes a signed-in browser worth anything. `version` is the person's, as read with what proved them. */
export async function startSession(
  person: { userId: string; version: number; userAgent: string | null },
  now: Date,
): Promise<{ sessionId: string }> {
  const { id } = await db().session.create({
    data: {
      userId: person.userId,
      version: person.version,
      userAgent: person.userAgent?.slice(0, longestUserAgent) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionDays * 24 * hourMs),
    },
    select: { id: true },
  })
  return { sessionId: id }
}
