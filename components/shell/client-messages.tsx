import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages, Namespace } from '#lib/i18n/messages.ts'

/** What primitives, forms and the shell say in the browser. */
export const everywhere = ['common', 'shell', 'fields'] as const satisfies Namespace[]

/** Sends further namespaces to the client components below; a page names only what they say. */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[]
  children: ReactNode
}) {
  const messages = pickMessages(await getMessages(), [...everywhere, ...namespaces])
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

export function pickMessages(messages: Messages, namespaces: readonly Namespace[]) {
  return Object.fromEntries(namespaces.map((name) => [name, messages[name]]))
}
