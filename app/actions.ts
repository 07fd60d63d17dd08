'use server'

import { cookies } from 'next/headers'
import { can } from '#lib/access/permissions.ts'
import { keepLocale } from '#lib/accounts/keep-locale.ts'
import { locales } from '#lib/i18n/locales.ts'
import { action } from '#lib/web/action.ts'
import { keptCookie, localeCookie } from '#lib/web/i18n.ts'
import { themeCookie, themes } from '#lib/web/theme.ts'
import { z } from '#lib/zod.ts'

export const chooseLocale = action({
  name: 'preferences.chooseLocale',
  schema: z.strictObject({ locale: z.enum(locales) }),
  permission: 'public',
  run: async (actor, { locale }) => {
    if (can(actor, 'account.manageOwn')) await keepLocale(actor, { locale })
    ;(await cookies()).set(localeCookie, locale, keptCookie)
  },
})

export const chooseTheme = action({
  name: 'preferences.chooseTheme',
  schema: z.strictObject({ theme: z.enum(themes) }),
  permission: 'public',
  run: async (_actor, { theme }) => {
    const jar = await cookies()
    if (theme === 'system') jar.delete(themeCookie)
    else jar.set(themeCookie, theme, keptCookie)
  },
})
