'use server'

import { resetPassword as reset } from '#lib/accounts/reset-password.ts'
import { resetPasswordSchema } from '#lib/accounts/schema.ts'
import { action } from '#lib/web/action.ts'

export const resetPassword = action({
  name: 'accounts.resetPassword',
  permission: 'public',
  schema: resetPasswordSchema,
  run: (_actor, input, now) => reset(input, now),
})
