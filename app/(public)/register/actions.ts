'use server'

import { getLocale } from 'next-intl/server'
import { registerUser } from '#lib/accounts/register-user.ts'
import { registerUserSchema } from '#lib/accounts/schema.ts'
import { action } from '#lib/web/action.ts'
import { findSender } from '#lib/web/sender.ts'

export const register = action({
  name: 'accounts.register',
  permission: 'public',
  schema: registerUserSchema,
  run: async (_actor, input, now) =>
    registerUser(input, { ...(await findSender()), locale: await getLocale() }, now),
})
