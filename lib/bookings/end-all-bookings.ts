import type { UserActor } from '#lib/access/actor.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { addMinutes, laterOf } from '#lib/time.ts'

/**
 * Gives back every seat that a person holds: what lies ahead is cancelled, where they sit they leave. The person's row must
 * be locked already, so that nobody books, moves or checks in for them meanwhile.
 */
export async function endAllBookings(tx: Tx, actor: UserActor, now: Date): Promise<void> {
  const { userId } = actor
  const open = await tx.booking.findMany({
    where: { userId, endsAt: { gt: now }, cancelledAt: null, releasedAt: null, leftAt: null },
    include: { rule: { select: { bufferMinutes: true } } },
  })
  // Seats by id, as all writers take them.
  const seatIds = open.map(({ seatId }) => seatId)
  await tx.$executeRaw`
    SELECT 1 FROM seats WHERE id = ANY(${seatIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  for (const { id, startsAt, checkedInAt, rule } of open) {
    if (checkedInAt) {
      const leftAt = laterOf(now, checkedInAt)
      const occupiedUntil = addMinutes(laterOf(startsAt, leftAt), rule.bufferMinutes)
      const leave = { leftAt, leftById: userId, occupiedUntil }
      await tx.booking.update({ where: { id }, data: leave })
    } else {
      const cancel = { cancelledAt: now, cancelledById: userId, passVersion: { increment: 1 } }
      await tx.booking.update({ where: { id }, data: cancel })
    }
    await writeAudit(tx, actor, now, {
      action: checkedInAt ? 'booking.checkOut' : 'booking.cancel',
      subjectType: 'booking',
      subjectId: id,
    })
  }
}
