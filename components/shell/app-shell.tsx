import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Role } from '#lib/access/actor.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { navigationFor } from './navigation.ts'
import { Rail } from './rail.tsx'
import { SkipLink } from './skip-link.tsx'
import { TabBar } from './tab-bar.tsx'
import type { ThemeChoice } from './theme-switcher.tsx'
import { TopBar } from './top-bar.tsx'
import { UserMenu } from './user-menu.tsx'
import { UserMenuContent } from './user-menu-content.tsx'

export type ShellPerson = { name: string; roles: readonly Role[]; isVerified: boolean }

export type ShellPreferences = {
  theme: ThemeChoice
  chooseTheme: (input: { theme: ThemeChoice }) => Promise<unknown>
  chooseLocale: (input: { locale: Locale }) => Promise<unknown>
}

/** The room around every page of a signed-in person: a rail at the left of a desk's screen, a tab bar under a thumb. */
export function AppShell({
  person,
  preferences,
  signOut,
  children,
}: {
  person: ShellPerson
  preferences: ShellPreferences
  /** The button that ends the session; it sits last in the menu. */
  signOut: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('shell')
  const items = navigationFor(person.roles)
  return (
    <div className="lg:pl-60 print:pl-0">
      <SkipLink />
      <TopBar person={person} />
      <Rail items={items} person={person} />
      <main
        id="content"
        tabIndex={-1}
        className="page-width min-h-dvh pt-2 pb-[calc(var(--shell-bottom)+2rem)] outline-none lg:pt-10 print:min-h-0 print:max-w-none print:px-0 print:pt-0 print:pb-0"
      >
        <div className="transition-[padding] duration-150 lg:pr-(--shell-side,0px) print:pr-0">
          {children}
        </div>
      </main>
      <TabBar items={items} />
      <UserMenu label={t('account.title')}>
        <UserMenuContent person={person} preferences={preferences} signOut={signOut} />
      </UserMenu>
    </div>
  )
}
