import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { ClientMessages } from '#components/shell/client-messages.tsx'
import { SkipLink } from '#components/shell/skip-link.tsx'
import { Brand } from '#components/shell/brand.tsx'
import { PageLink } from '#components/ui/page-link.tsx'

/**
 * The frame of the one page that is kept on every phone: it is the same for everybody, so nothing in it may be about the
 * person who looks at it.
 */
export default function PassLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 [--pass-size:min(100%,max(15rem,100dvh-21.5rem))] print:min-h-0 print:[--pass-size:20rem] short:[--pass-size:min(100%,max(15rem,100dvh-17rem))]">
      <SkipLink />
      <PassHeader />
      <main
        id="content"
        tabIndex={-1}
        className="flex flex-1 flex-col pb-[max(0.5rem,env(safe-area-inset-bottom))] outline-none"
      >
        <ClientMessages namespaces={['pass']}>{children}</ClientMessages>
      </main>
    </div>
  )
}

function PassHeader() {
  const t = useTranslations('pass')
  return (
    <header className="flex h-14 shrink-0 items-center justify-between pt-[env(safe-area-inset-top)] print:hidden">
      <PageLink href="/" aria-label={t('home')} className="flex min-h-11 items-center rounded-card">
        <Brand />
      </PageLink>
      <PageLink href="/bookings" className="flex min-h-11 items-center text-15 text-lamp">
        {t('bookings')}
      </PageLink>
    </header>
  )
}
