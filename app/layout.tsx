import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getMessages, getNow, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { everywhere, pickMessages } from '#components/shell/client-messages.tsx'
import { Providers } from '#components/shell/providers.tsx'
import { findTheme } from '#lib/web/theme.ts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    // A phone makes links of seats and codes that look like telephone numbers.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await findTheme()
  const paper = { light: '#fbfaf6', dark: '#0f1513' }
  return {
    viewportFit: 'cover',
    interactiveWidget: 'resizes-content',
    colorScheme: theme === 'system' ? 'light dark' : theme,
    themeColor:
      theme === 'system'
        ? [
            { media: '(prefers-color-scheme: light)', color: paper.light },
            { media: '(prefers-color-scheme: dark)', color: paper.dark },
          ]
        : paper[theme],
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = await findTheme()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <Providers
          locale={locale}
          messages={pickMessages(await getMessages(), everywhere)}
          now={await getNow()}
          nonce={nonce}
        >
          {children}
        </Providers>
      </body>
    </html>
  )
}
