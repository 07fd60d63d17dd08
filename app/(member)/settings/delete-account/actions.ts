'use server'

import { cookies } from 'next/headers'
import { eraseOwnAccount as erase } from '#lib/accounts/erase-own-account.ts'
import { eraseOwnAccountSchema } from '#lib/accounts/schema.ts'
import { action } from '#lib/web/action.ts'
import { sessionCookieName } from '#lib/web/auth.ts'

export const eraseOwnAccount = action({
  name: 'accounts.eraseOwnAccount',
  permission: 'account.manageOwn',
  schema: eraseOwnAccountSchema,
  run: async (actor, input, now): Promise<void> => {
    await erase(actor, input, now)
    ;(await cookies()).delete(sessionCookieName())
  },
})
