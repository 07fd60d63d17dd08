import { useTranslations } from 'next-intl'
import { PageLink } from '#components/ui/page-link.tsx'
import { bookingStates, type BookingState } from '#lib/bookings/policy.ts'

/** All, or one state; each with how many there are. Links, so that a choice can be shared. */
export function BookingFilter({
  counts,
  total,
  current,
}: {
  counts: Record<BookingState, number>
  total: number
  current: BookingState | undefined
}) {
  const t = useTranslations('bookings.list')
  return (
    <nav aria-label={t('filter')} className="flex flex-wrap gap-x-2 gap-y-3 print:hidden">
      <Choice href="/bookings" label={t('all')} count={total} isOn={!current} />
      {bookingStates.map((state) => (
        <Choice
          key={state}
          href={`/bookings?state=${state}`}
          label={t(`states.${state}`)}
          count={counts[state]}
          isOn={state === current}
        />
      ))}
    </nav>
  )
}

function Choice({
  href,
  label,
  count,
  isOn,
}: {
  href: string
  label: string
  count: number
  isOn: boolean
}) {
  return (
    <PageLink
      href={href}
      replace
      aria-current={isOn ? 'page' : undefined}
      className="touch-target inline-flex min-h-9 items-center gap-2 rounded-full border border-edge px-3.5 text-13 font-medium text-ink transition-colors hover:border-lamp hover:text-lamp aria-[current=page]:border-lamp aria-[current=page]:bg-lamp aria-[current=page]:text-on-lamp"
    >
      {label}
      <span className="tabular-nums opacity-80">{count}</span>
    </PageLink>
  )
}
