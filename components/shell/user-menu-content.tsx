import { Settings } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { StateChip } from '#components/ui/state-chip.tsx'
import { LocaleSwitcher } from './locale-switcher.tsx'
import type { ShellPerson, ShellPreferences } from './app-shell.tsx'
import { navigationFor } from './navigation.ts'
import { navigationGlyphs } from './navigation-glyphs.ts'
import { ThemeSwitcher } from './theme-switcher.tsx'

export function UserMenuContent({
  person,
  preferences,
  signOut,
}: {
  person: ShellPerson
  preferences: ShellPreferences
  signOut: ReactNode
}) {
  const t = useTranslations('shell')
  const roles = person.roles.map((role) => t('account.roles', { roles: role })).join(', ')
  const deskItems = navigationFor(person.roles).filter((item) => item.isForDesk)
  return (
    <div className="flex flex-col">
      <div className="flex items-center gap-3 px-4 py-4">
        <Avatar name={person.name} />
        <div className="min-w-0">
          <p className="font-medium break-words">{person.name}</p>
          <p className="text-13 text-muted">{roles}</p>
        </div>
      </div>
      {!person.isVerified && (
        <p className="px-4 pb-4">
          <StateChip state="unverified" />
        </p>
      )}
      <div className="flex flex-col gap-4 border-t border-hairline px-4 py-4">
        <LocaleSwitcher chooseLocale={preferences.chooseLocale} />
        <ThemeSwitcher theme={preferences.theme} chooseTheme={preferences.chooseTheme} />
      </div>
      <div className="border-t border-hairline px-2 py-2">
        {deskItems.map((item) => {
          const Glyph = navigationGlyphs[item.key]
          return (
            <ButtonLink key={item.key} href={item.href} variant="bare" isWide className="lg:hidden">
              <Glyph aria-hidden="true" className="size-5" />
              {t(`nav.${item.key}`)}
            </ButtonLink>
          )
        })}
        <ButtonLink href="/settings" variant="bare" isWide>
          <Settings aria-hidden="true" className="size-5" />
          {t('account.settings')}
        </ButtonLink>
        {signOut}
      </div>
    </div>
  )
}
