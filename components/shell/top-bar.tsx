import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { ShellPerson } from './app-shell.tsx'
import { Brand } from './brand.tsx'
import { userMenuId } from './user-menu.tsx'

/** Scrolls away with the page: on a phone the height belongs to the work. */
export function TopBar({ person }: { person: ShellPerson }) {
  const t = useTranslations('shell')
  return (
    <header className="flex h-14 items-center justify-between pt-[env(safe-area-inset-top)] pr-3 pl-4 lg:hidden print:hidden">
      <PageLink href="/" className="flex min-h-11 items-center rounded-card">
        <Brand />
      </PageLink>
      <button
        type="button"
        popoverTarget={userMenuId}
        aria-label={t('account.open', { name: person.name })}
        className="flex size-11 items-center justify-center rounded-full"
      >
        <Avatar name={person.name} size="small" />
      </button>
    </header>
  )
}
