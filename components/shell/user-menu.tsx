'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'

export const userMenuId = 'user-menu'

/** A native popover: Escape and a press beside it close it without a script, and so does going to another page. */
export function UserMenu({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const pathname = usePathname()
  useEffect(() => ref.current?.hidePopover(), [pathname])
  return (
    <div
      ref={ref}
      id={userMenuId}
      popover="auto"
      role="dialog"
      aria-label={label}
      className="fixed inset-auto top-14 right-3 w-[min(22rem,calc(100vw-1.5rem))] rounded-card border border-hairline bg-raised shadow-lift transition-[opacity,translate] duration-150 lg:top-auto lg:right-auto lg:bottom-20 lg:left-4 starting:translate-y-2 starting:opacity-0"
    >
      {children}
    </div>
  )
}
