'use server'

import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { changeEmail as change } from '#lib/accounts/change-email.ts'
import { changePassword as changePass } from '#lib/accounts/change-password.ts'
import { requestEmailConfirmation as request } from '#lib/accounts/request-email-confirmation.ts'
import {
  changeEmailSchema,
  changePasswordSchema,
  updateProfileSchema,
} from '#lib/accounts/schema.ts'
import { updateProfile as update } from '#lib/accounts/update-profile.ts'
import { action } from '#lib/web/action.ts'
import { keptCookie, localeCookie } from '#lib/web/i18n.ts'
import { z } from '#lib/zod.ts'

export const updateProfile = action({
  name: 'accounts.updateProfile',
  permission: 'account.manageOwn',
  schema: updateProfileSchema,
  run: async (actor, input, now) => {
    await update(actor, input, now)
    ;(await cookies()).set(localeCookie, input.locale, keptCookie)
    refresh()
  },
})

export const requestEmailConfirmation = action({
  name: 'accounts.requestEmailConfirmation',
  permission: 'account.manageOwn',
  schema: z.strictObject({}),
  run: (actor, _input, now) => request(actor, now),
})

export const changeEmail = action({
  name: 'accounts.changeEmail',
  permission: 'account.manageOwn',
  schema: changeEmailSchema,
  run: (actor, input, now) => change(actor, input, now),
})

export const changePassword = action({
  name: 'accounts.changePassword',
  permission: 'account.manageOwn',
  schema: changePasswordSchema,
  run: (actor, input, now) => changePass(actor, input, now),
})
