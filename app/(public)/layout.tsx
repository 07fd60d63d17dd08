import type { ReactNode } from 'react'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { PublicFrame } from '#components/shell/public-frame.tsx'
import { findTheme } from '#lib/web/theme.ts'
import { chooseLocale, chooseTheme } from '../actions.ts'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const preferences = { theme: await findTheme(), chooseLocale, chooseTheme }
  return (
    <PublicFrame preferences={preferences}>
      <ClientMessages namespaces={['accounts', 'errors']}>{children}</ClientMessages>
    </PublicFrame>
  )
}
