'use server'

import { cookies } from 'next/headers'
import { endSession } from '#lib/accounts/end-session.ts'
import { action } from '#lib/web/action.ts'
import { sessionCookieName } from '#lib/web/auth.ts'
import { z } from '#lib/zod.ts'

export const signOut = action({
  name: 'accounts.signOut',
  permission: 'account.manageOwn',
  schema: z.strictObject({}),
  run: async (actor, _input, now): Promise<void> => {
    await endSession(actor, now)
    ;(await cookies()).delete(sessionCookieName())
  },
})
