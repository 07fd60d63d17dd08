'use server'

import { confirmEmail as confirm } from '#lib/accounts/confirm-email.ts'
import { tokenSchema } from '#lib/accounts/schema.ts'
import { action } from '#lib/web/action.ts'

export const confirmEmail = action({
  name: 'accounts.confirmEmail',
  permission: 'public',
  schema: tokenSchema,
  run: (_actor, { token }, now) => confirm(token, now),
})
