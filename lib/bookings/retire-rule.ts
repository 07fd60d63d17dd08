import type { Actor } from '#lib/access/actor.ts'
import { assertCan } from '#lib/access/permissions.ts'
import { writeAudit } from '#lib/db/audit.ts'
import type { Tx } from '#lib/db/client.ts'
import { once } from '#lib/db/request-key.ts'
import { transaction } from '#lib/db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import type { RetireRuleInput } from './schema.ts'

/** Takes the rule of a kind of seats away: the rule of the venue judges them again. */
export async function retireRule(
  actor: Actor,
  { key, ...input }: RetireRuleInput,
  now: Date,
): Promise<{ ruleId: string }> {
  assertCan(actor, 'rule.manage')
  if (input.kind === null) throw new DomainError('RULE_OF_VENUE_STAYS')
  const request = { userId: actor.userId, key, operation: 'rule.retire', input, now }
  return transaction((tx) =>
    once(tx, request, async () => {
      const ruleId = await retireCurrentRule(tx, input, now)
      await writeAudit(tx, actor, now, {
        action: 'rule.retire',
        subjectType: 'bookingRule',
        subjectId: ruleId,
        details: { venueId: input.venueId, kind: input.kind },
      })
      return { ruleId }
    }),
  )
}

/** Refuses when the rule is not the one that was seen: another admin was faster. */
export async function retireCurrentRule(
  tx: Tx,
  { venueId, kind, seenVersion }: Omit<RetireRuleInput, 'key'>,
  now: Date,
): Promise<string> {
  const [retired] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE booking_rules SET retired_at = ${now}::timestamptz
    WHERE venue_id = ${venueId}::uuid AND kind IS NOT DISTINCT FROM ${kind}::"SeatKind"
      AND retired_at IS NULL AND version = ${seenVersion}::int
    RETURNING id`
  if (!retired) throw new DomainError('RULE_CHANGED_MEANWHILE')
  return retired.id
}
