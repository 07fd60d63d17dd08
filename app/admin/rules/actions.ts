'use server'

import { refresh } from 'next/cache'
import { retireRule as retire } from '#lib/bookings/retire-rule.ts'
import { saveRule as save } from '#lib/bookings/save-rule.ts'
import { retireRuleSchema, saveRuleSchema, tryRuleSchema } from '#lib/bookings/schema.ts'
import { tryRule as trial } from '#lib/bookings/try-rule.ts'
import { action } from '#lib/web/action.ts'

export const saveRule = action({
  name: 'rules.save',
  permission: 'rule.manage',
  schema: saveRuleSchema,
  run: async (actor, input, now) => {
    const saved = await save(actor, input, now)
    refresh()
    return saved
  },
})

export const retireRule = action({
  name: 'rules.retire',
  permission: 'rule.manage',
  schema: retireRuleSchema,
  run: async (actor, input, now) => {
    await retire(actor, input, now)
    refresh()
  },
})

export const tryRule = action({
  name: 'rules.try',
  permission: 'rule.manage',
  schema: tryRuleSchema,
  run: (actor, input, now) => trial(actor, input, now),
})
