'use client'

import { useSyncExternalStore } from 'react'
import { buttonStyles } from '#components/ui/button-styles.ts'
import { BrandMark } from '#components/shell/brand-mark.tsx'
import { defaultLocale, isLocale, negotiateLocale, type Locale } from '#lib/i18n/locales.ts'
import en from '#lib/i18n/messages/en/fatal.json' with { type: 'json' }
import pl from '#lib/i18n/messages/pl/fatal.json' with { type: 'json' }
import ru from '#lib/i18n/messages/ru/fatal.json' with { type: 'json' }
import './globals.css'

const texts: Record<Locale, typeof en> = { en, ru, pl }

/** Even the root layout failed, so nothing of it can be leaned on: no providers, no messages, only the styles. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const locale = useSyncExternalStore(subscribe, readLocale, () => defaultLocale)
  const text = texts[locale]
  return (
    <html lang={locale}>
      <body>
        <title>{text.title}</title>
        <main className="page-width flex min-h-dvh flex-col items-start justify-center gap-5">
          <BrandMark className="size-14" />
          <h1 className="text-28 sm:text-40">{text.title}</h1>
          <p className="max-w-prose text-17 text-muted">{text.text}</p>
          <button type="button" onClick={retry} className={buttonStyles({ variant: 'primary' })}>
            {text.retry}
          </button>
        </main>
      </body>
    </html>
  )
}

function readLocale(): Locale {
  const chosen = /(?:^|; )locale=([^;]+)/.exec(document.cookie)?.[1]
  return isLocale(chosen) ? chosen : negotiateLocale(navigator.languages.join(','))
}

/** Nothing changes while this page stands. */
function subscribe(): () => void {
  return () => undefined
}
