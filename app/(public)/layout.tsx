import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { signInCodes } from '#components/accounts/post-credentials.ts'
import { everywhere, pickMessages } from '#components/shell/client-messages.tsx'
import { PublicFrame } from '#components/shell/public-frame.tsx'
import { findTheme } from '#lib/web/theme.ts'
import { chooseLocale, chooseTheme } from '../actions.ts'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const preferences = { theme: await findTheme(), chooseLocale, chooseTheme }
  const messages = await getMessages()
  // Of all refusals these forms meet four; the others need not travel.
  const errors = Object.fromEntries(signInCodes.map((code) => [code, messages.errors[code]]))
  return (
    <PublicFrame preferences={preferences}>
      <NextIntlClientProvider
        messages={{ ...pickMessages(messages, [...everywhere, 'accounts']), errors }}
      >
        {children}
      </NextIntlClientProvider>
    </PublicFrame>
  )
}
