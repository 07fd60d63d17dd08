import { Armchair, ScanLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageLink } from '#components/ui/page-link.tsx'

/** For who works here and books nothing: the doors that their role opens. */
export function StaffHome({ roles, mayCheckIn }: { roles: string; mayCheckIn: boolean }) {
  const t = useTranslations('bookings.home.staff')
  return (
    <section aria-labelledby="staff-home">
      <h2 id="staff-home" className="text-20">
        {t('title')}
      </h2>
      <p className="mt-1 text-muted">{t('text', { roles })}</p>
      <ul className="mt-4 grid gap-px overflow-hidden rounded-card border border-hairline bg-hairline sm:grid-cols-2">
        {mayCheckIn && (
          <Door href="/admin/check-in" title={t('checkIn')} text={t('checkInText')}>
            <ScanLine aria-hidden="true" className="size-7" strokeWidth={1.5} />
          </Door>
        )}
        <Door href="/seats" title={t('plan')} text={t('planText')}>
          <Armchair aria-hidden="true" className="size-7" strokeWidth={1.5} />
        </Door>
      </ul>
    </section>
  )
}

function Door({
  href,
  title,
  text,
  children,
}: {
  href: string
  title: string
  text: string
  children: ReactNode
}) {
  return (
    <li className="flex bg-raised">
      <PageLink
        href={href}
        className="flex flex-1 gap-4 p-6 text-lamp outline-offset-[-4px] transition-colors hover:bg-lamp-wash"
      >
        {children}
        <span className="flex flex-col gap-1">
          <span className="font-serif text-20 font-semibold">{title}</span>
          <span className="text-muted">{text}</span>
        </span>
      </PageLink>
    </li>
  )
}
