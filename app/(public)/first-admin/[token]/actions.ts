'use server'

import { getLocale } from 'next-intl/server'
import { becomeFirstAdmin as become } from '#lib/accounts/become-first-admin.ts'
import { becomeFirstAdminSchema } from '#lib/accounts/schema.ts'
import { action } from '#lib/web/action.ts'

export const becomeFirstAdmin = action({
  name: 'accounts.becomeFirstAdmin',
  permission: 'public',
  schema: becomeFirstAdminSchema,
  run: async (_actor, input, now) => become(input, await getLocale(), now),
})
