import type { Role } from '#lib/access/actor.ts'
import type { Messages } from '#lib/i18n/messages.ts'

export type NavigationItem = {
  key: Exclude<keyof Messages['shell']['nav'], 'label'>
  href:
    | '/'
    | '/seats'
    | '/pass'
    | '/bookings'
    | '/admin/check-in'
    | '/admin/bookings'
    | '/admin/rules'
    | '/admin/users'
    | '/admin/outbox'
    | '/admin/audit'
  roles: readonly Role[]
  /** Work for a desk: on a phone it lies in the menu, because a bar holds five. */
  isForDesk?: true
}

// In the order of the rail; a page joins the shell by a line here, a glyph in `navigation-glyphs.ts` and a word in `shell.nav`.
const items: readonly NavigationItem[] = [
  { key: 'home', href: '/', roles: ['member', 'operator', 'librarian', 'admin'] },
  { key: 'seats', href: '/seats', roles: ['member', 'operator', 'librarian', 'admin'] },
  { key: 'pass', href: '/pass', roles: ['member'] },
  { key: 'bookings', href: '/bookings', roles: ['member'] },
  { key: 'checkIn', href: '/admin/check-in', roles: ['admin'] },
  { key: 'staffBookings', href: '/admin/bookings', roles: ['admin'], isForDesk: true },
  { key: 'rules', href: '/admin/rules', roles: ['admin'], isForDesk: true },
  { key: 'users', href: '/admin/users', roles: ['admin'], isForDesk: true },
  { key: 'outbox', href: '/admin/outbox', roles: ['admin'], isForDesk: true },
  { key: 'audit', href: '/admin/audit', roles: ['admin'], isForDesk: true },
]

/** The pages that one of these roles has a use for. It hides, it does not guard: each page asks the permission table itself. */
export function navigationFor(roles: readonly Role[]): readonly NavigationItem[] {
  return items.filter((item) => item.roles.some((role) => roles.includes(role)))
}

/** Whether `pathname` is the item's page or lies below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
}
