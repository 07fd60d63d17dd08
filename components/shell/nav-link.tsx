'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageLink } from '#components/ui/page-link.tsx'
import { isCurrent, type NavigationItem } from './navigation.ts'

/** Knows whether it is where the person stands; its looks hang on `aria-current`. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: NavigationItem['href']
  className: string
  children: ReactNode
}) {
  const pathname = usePathname()
  return (
    <PageLink
      href={href}
      aria-current={isCurrent(href, pathname) ? 'page' : undefined}
      className={className}
    >
      {children}
    </PageLink>
  )
}
