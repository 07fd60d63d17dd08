import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShellPreferences } from './app-shell.tsx'
import { Brand } from './brand.tsx'
import { LampScene } from './lamp-scene.tsx'
import { LocaleSwitcher } from './locale-switcher.tsx'
import { SkipLink } from './skip-link.tsx'
import { ThemeSwitcher } from './theme-switcher.tsx'

/** For who is not signed in yet: a desk in the evening, with the form lying in the light of its lamp. */
export function PublicFrame({
  preferences,
  children,
}: {
  preferences: ShellPreferences
  children: ReactNode
}) {
  const t = useTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col overflow-clip">
      <SkipLink />
      <div className="relative isolate flex flex-1 flex-col">
        <LampScene className="absolute top-2 right-0 -z-10 w-40 sm:top-auto sm:right-[4%] sm:bottom-0 sm:w-[min(48vw,40rem)]" />
        <header className="page-width flex h-16 shrink-0 items-center lg:h-24">
          <Brand />
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="page-width flex flex-1 flex-col pt-20 pb-10 outline-none sm:justify-center sm:pt-8 sm:pb-20"
        >
          <div className="w-full sm:max-w-96">{children}</div>
        </main>
      </div>
      <footer className="relative shrink-0 border-t border-hairline bg-sunken">
        <div className="page-width flex flex-wrap items-center gap-x-10 gap-y-3 py-5">
          <p className="hidden flex-1 font-serif text-17 text-muted lg:block">{t('tagline')}</p>
          <LocaleSwitcher chooseLocale={preferences.chooseLocale} />
          <ThemeSwitcher theme={preferences.theme} chooseTheme={preferences.chooseTheme} />
        </div>
      </footer>
    </div>
  )
}
