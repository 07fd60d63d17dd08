'use server'

import { getLocale } from 'next-intl/server'
import { requestPasswordReset as request } from '#lib/accounts/request-password-reset.ts'
import { requestPasswordResetSchema } from '#lib/accounts/schema.ts'
import { action } from '#lib/web/action.ts'
import { findSender } from '#lib/web/sender.ts'

export const requestPasswordReset = action({
  name: 'accounts.requestPasswordReset',
  permission: 'public',
  schema: requestPasswordResetSchema,
  run: async (_actor, input, now) =>
    request(input, { ...(await findSender()), locale: await getLocale() }, now),
})
