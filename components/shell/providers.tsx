'use client'

import { useRouter } from 'next/navigation'
import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { dateTimeFormats } from '#lib/i18n/date-time-formats.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { ToastOutlet } from '#components/ui/toast-outlet.tsx'

const formats = { dateTime: dateTimeFormats }

/** What every page's client parts stand on: language, routing for React Aria, the nonce for its styles, and the toasts. */
export function Providers({
  locale,
  messages,
  now,
  nonce,
  children,
}: {
  locale: Locale
  messages: AbstractIntlMessages
  now: Date
  nonce: string | undefined
  children: ReactNode
}) {
  const router = useRouter()
  // Later renders bring the nonce of their own request, but the policy in force is the first document's.
  const [documentNonce] = useState(nonce)
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={messages}
      now={now}
      timeZone="UTC"
      formats={formats}
    >
      <I18nProvider locale={locale}>
        <RouterProvider navigate={(path) => router.push(path)}>
          <meta property="csp-nonce" nonce={documentNonce} content="" suppressHydrationWarning />
          {children}
          <ToastOutlet />
        </RouterProvider>
      </I18nProvider>
    </NextIntlClientProvider>
  )
}
