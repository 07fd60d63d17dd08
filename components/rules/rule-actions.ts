import type { RetireRuleInput, SaveRuleInput, TryRuleInput } from '#lib/bookings/schema.ts'
import type { TrialOfRule } from '#lib/bookings/try-rule.ts'
import type { ActionResult } from '#lib/errors.ts'

/** Server actions on rules, handed down by the page. */
export type RuleActions = {
  saveRule: (input: SaveRuleInput) => Promise<ActionResult<{ version: number }>>
  retireRule: (input: RetireRuleInput) => Promise<ActionResult<unknown>>
  tryRule: (input: TryRuleInput) => Promise<ActionResult<TrialOfRule>>
}
