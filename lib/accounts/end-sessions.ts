import type { Tx } from '#lib/db/client.ts'

/** Ends every session of a person, or every one but `exceptSessionId`, from their next request on. */
export async function endSessions(tx: Tx, userId: string, exceptSessionId?: string): Promise<void> {
  const { sessionVersion } = await tx.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  })
  if (!exceptSessionId) return
  await tx.session.updateMany({
    where: { id: exceptSessionId, userId },
    data: { version: sessionVersion },
  })
}
