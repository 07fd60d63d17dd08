'use server'

import { refresh } from 'next/cache'
import { renameUser as rename } from '#lib/accounts/rename-user.ts'
import {
  renameUserSchema,
  setRolesSchema,
  setUserEmailSchema,
  verifyUserSchema,
} from '#lib/accounts/schema.ts'
import { setRoles as set } from '#lib/accounts/set-roles.ts'
import { setUserEmail as setEmail } from '#lib/accounts/set-user-email.ts'
import { unverifyUser as unverify } from '#lib/accounts/unverify-user.ts'
import { verifyUser as verify } from '#lib/accounts/verify-user.ts'
import { action } from '#lib/web/action.ts'

export const verifyUser = action({
  name: 'accounts.verifyUser',
  permission: 'user.manage',
  schema: verifyUserSchema,
  run: async (actor, input, now) => {
    await verify(actor, input, now)
    refresh()
  },
})

export const unverifyUser = action({
  name: 'accounts.unverifyUser',
  permission: 'user.manage',
  schema: verifyUserSchema,
  run: async (actor, input, now) => {
    await unverify(actor, input, now)
    refresh()
  },
})

export const setRoles = action({
  name: 'accounts.setRoles',
  permission: 'user.manage',
  schema: setRolesSchema,
  run: async (actor, input, now) => {
    await set(actor, input, now)
    refresh()
  },
})

export const renameUser = action({
  name: 'accounts.renameUser',
  permission: 'user.manage',
  schema: renameUserSchema,
  run: async (actor, input, now) => {
    await rename(actor, input, now)
    refresh()
  },
})

export const setUserEmail = action({
  name: 'accounts.setUserEmail',
  permission: 'user.manage',
  schema: setUserEmailSchema,
  run: async (actor, input, now) => {
    await setEmail(actor, input, now)
    refresh()
  },
})
