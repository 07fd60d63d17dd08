import type { ReactNode } from 'react'
import { SignOutButton } from '#components/accounts/sign-out-button.tsx'
import { PassKeeper } from '#components/pass/pass-keeper.tsx'
import { AppShell } from '#components/shell/app-shell.tsx'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { can } from '#lib/access/permissions.ts'
import { currentActor } from '#lib/web/actor.ts'
import { findTheme } from '#lib/web/theme.ts'
import { chooseLocale, chooseTheme } from '../actions.ts'
import { signOut } from '../(public)/sign-in/actions.ts'

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  // The page asks to sign in, and knows where to come back to.
  if (!actor) return children
  const preferences = { theme: await findTheme(), chooseLocale, chooseTheme }
  return (
    <ClientMessages namespaces={['accounts', 'bookings', 'seats']}>
      <AppShell
        person={{ name: actor.name, roles: actor.roles, isVerified: actor.isVerified }}
        preferences={preferences}
        signOut={<SignOutButton signOut={signOut} />}
      >
        {children}
      </AppShell>
      {can(actor, 'pass.viewOwn') && <PassKeeper />}
    </ClientMessages>
  )
}
