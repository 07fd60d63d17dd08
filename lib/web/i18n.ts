import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { dateTimeFormats } from '#lib/i18n/date-time-formats.ts'
import { isLocale, negotiateLocale, type Locale } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages.ts'
import { log } from '#lib/log.ts'

export const localeCookie = 'locale'
/** For what a person chose to see. */
export const keptCookie = { path: '/', sameSite: 'lax', maxAge: 365 * 24 * 60 * 60 } as const

/** next-intl asks this once a request; the language is a person's choice, not a part of the address. */
export default getRequestConfig(async () => {
  const locale = await findLocale()
  return {
    locale,
    messages: messages[locale],
    // Times carry the zone of their venue; what has none (a log, a title) is shown in UTC.
    timeZone: 'UTC',
    formats: { dateTime: dateTimeFormats },
    now: new Date(),
    onError(error) {
      if (process.env.NODE_ENV !== 'production') throw error
      log.error({ err: error }, 'message missing')
    },
    getMessageFallback: ({ key }) => key,
  }
})

/** The language chosen before, else the first of ours that the browser asks for, else English. */
export async function findLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  if (isLocale(chosen)) return chosen
  return negotiateLocale((await headers()).get('accept-language'))
}
