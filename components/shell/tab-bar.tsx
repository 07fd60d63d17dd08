import { useTranslations } from 'next-intl'
import { NavLink } from './nav-link.tsx'
import { navigationGlyphs } from './navigation-glyphs.ts'
import type { NavigationItem } from './navigation.ts'

export function TabBar({ items }: { items: readonly NavigationItem[] }) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('nav.label')}
      data-tab-bar
      className="fixed inset-x-0 bottom-0 z-20 border-t border-hairline bg-raised pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex h-16 max-w-xl justify-around px-1">
        {items
          .filter((item) => !item.isForDesk)
          .map((item) => {
            const Glyph = navigationGlyphs[item.key]
            return (
              <li key={item.key} className="flex min-w-0 flex-1">
                <NavLink
                  href={item.href}
                  className="relative flex flex-1 flex-col items-center justify-center gap-0.5 text-13 tracking-tight text-muted transition-colors before:absolute before:-top-px before:h-[3px] before:w-10 before:rounded-b-full before:bg-transparent aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:before:bg-brass"
                >
                  <Glyph aria-hidden="true" className="size-6" strokeWidth={1.75} />
                  {t(`nav.${item.key}`)}
                </NavLink>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
