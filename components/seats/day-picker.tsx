import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonStyles } from '#components/ui/button-styles.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { DayField } from './day-field.tsx'

/** ‹ the day in words ›; the words open the browser's own calendar. */
export function DayPicker({
  date,
  today,
  previous,
  next,
  label,
  longLabel,
  hrefOf,
  onPick,
}: {
  date: string
  today: string
  previous: string | null
  next: string
  label: string
  longLabel: string
  hrefOf: (date: string) => string
  onPick: (date: string) => void
}) {
  const t = useTranslations('seats.strip')
  return (
    <div className="flex w-full items-center justify-between gap-1 sm:w-auto sm:justify-start">
      <Step href={previous && hrefOf(previous)} label={t('previousDay')}>
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Step>
      <label className="relative flex min-h-11 min-w-40 flex-col items-center justify-center rounded-card px-2 transition-colors hover:bg-lamp-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-lamp sm:min-w-48">
        <span className="sr-only">{t('day')}</span>
        <span aria-hidden="true" className="font-serif text-20 leading-6 font-semibold">
          {label}
        </span>
        <span aria-hidden="true" className="text-13 text-muted">
          {longLabel}
        </span>
        <DayField date={date} today={today} onPick={onPick} />
      </label>
      <Step href={hrefOf(next)} label={t('nextDay')}>
        <ChevronRight aria-hidden="true" className="size-5" />
      </Step>
    </div>
  )
}

function Step({
  href,
  label,
  children,
}: {
  href: string | null
  label: string
  children: ReactNode
}) {
  const className = buttonStyles({ variant: 'bare', size: 'icon' })
  if (!href) {
    return (
      <span aria-hidden="true" className={`${className} text-edge opacity-50`}>
        {children}
      </span>
    )
  }
  return (
    <PageLink href={href} aria-label={label} title={label} className={className}>
      {children}
    </PageLink>
  )
}
