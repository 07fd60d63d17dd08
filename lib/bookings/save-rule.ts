import type { Actor, UserActor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { retireCurrentRule } from './retire-rule.ts'
import type { SaveRuleInput } from './schema.ts'

/**
 * Lets a new version of a rule take over, for a venue or one kind of its seats. Bookings keep the version that judged them.
 * Of admins who saw the same version, the first to save has it; the others are told.
 */
export async function saveRule(
  actor: Actor,
  { key, ...input }: SaveRuleInput,
  now: Date,
): Promise<{ version: number }> {
  assertCan(actor, 'rule.manage')
  const request = { userId: actor.userId, key, operation: 'rule.save', input, now }
  return transaction((tx) => once(tx, request, () => write(tx, actor, input, now)))
}

async function write(
  tx: Tx,
  actor: UserActor,
  { seenVersion, venueId, kind, ...numbers }: Omit<SaveRuleInput, 'key'>,
  now: Date,
): Promise<{ version: number }> {
  const venue = await tx.venue.findUnique({ where: { id: venueId }, select: { id: true } })
  if (!venue) throw new DomainError('VENUE_NOT_FOUND')
  if (seenVersion !== null) await retireCurrentRule(tx, { venueId, kind, seenVersion }, now)
  const { _max } = await tx.bookingRule.aggregate({
    where: { venueId, kind },
    _max: { version: true },
  })
  const version = (_max.version ?? 0) + 1
  // Where another stands already, the index of current rules refuses this one.
  const { id } = await tx.bookingRule.create({
    data: { venueId, kind, version, ...numbers, createdAt: now, createdById: actor.userId },
    select: { id: true },
  })
  await writeAudit(tx, actor, now, {
    action: 'rule.save',
    subjectType: 'bookingRule',
    subjectId: id,
    details: { venueId, kind, version, ...numbers },
  })
  return { version }
}
