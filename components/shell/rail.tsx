import { ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { ShellPerson } from './app-shell.tsx'
import { Brand } from './brand.tsx'
import { NavLink } from './nav-link.tsx'
import { navigationGlyphs } from './navigation-glyphs.ts'
import type { NavigationItem } from './navigation.ts'
import { userMenuId } from './user-menu.tsx'

export function Rail({ items, person }: { items: readonly NavigationItem[]; person: ShellPerson }) {
  const t = useTranslations('shell')
  return (
    <header className="fixed inset-y-0 left-0 z-20 hidden w-60 flex-col border-r border-hairline bg-sunken px-3 pt-8 pb-4 lg:flex print:hidden">
      <PageLink href="/" className="mb-8 flex min-h-10 items-center self-start rounded-card px-3">
        <Brand />
      </PageLink>
      <nav aria-label={t('nav.label')} className="-mx-3 min-h-0 flex-1 overflow-auto px-3">
        <ul className="flex flex-col gap-1">
          {items.map((item) => {
            const Glyph = navigationGlyphs[item.key]
            return (
              <li key={item.key}>
                <NavLink
                  href={item.href}
                  className="relative flex min-h-10 items-center gap-3 rounded-card px-3 text-15 text-muted transition-colors before:absolute before:inset-y-2 before:-left-3 before:w-[3px] before:rounded-r-full before:bg-transparent hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:before:bg-brass"
                >
                  <Glyph aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.75} />
                  {t(`nav.${item.key}`)}
                </NavLink>
              </li>
            )
          })}
        </ul>
      </nav>
      <button
        type="button"
        popoverTarget={userMenuId}
        aria-label={t('account.open', { name: person.name })}
        className="flex items-center gap-3 rounded-card p-2 text-left transition-colors hover:bg-raised"
      >
        <Avatar name={person.name} size="small" />
        <span className="min-w-0 flex-1 text-15 leading-5 break-words">{person.name}</span>
        <ChevronUp aria-hidden="true" className="size-4 shrink-0 text-muted" />
      </button>
    </header>
  )
}
