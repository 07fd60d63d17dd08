'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { endOwnSession as end } from '#lib/accounts/end-own-session.ts'
import { endOwnSessionSchema } from '#lib/accounts/schema.ts'
import { signOutEverywhere as signOut } from '#lib/accounts/sign-out-everywhere.ts'
import { action } from '#lib/web/action.ts'
import { sessionCookieName } from '#lib/web/auth.ts'
import { z } from '#lib/zod.ts'

export const endOwnSession = action({
  name: 'accounts.endOwnSession',
  permission: 'account.manageOwn',
  schema: endOwnSessionSchema,
  run: async (actor, input, now) => {
    await end(actor, input, now)
    refresh()
  },
})

export const signOutEverywhere = action({
  name: 'accounts.signOutEverywhere',
  permission: 'account.manageOwn',
  schema: z.strictObject({}),
  run: async (actor, _input, now): Promise<void> => {
    await signOut(actor, now)
    ;(await cookies()).delete(sessionCookieName())
  },
})
