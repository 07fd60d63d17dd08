import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/links.tsx'
import type { BookingState } from '#lib/bookings/policy.ts'

/** Nothing booked yet; or, with a `state`, nothing that is like that. */
export function NoHistory({ state }: { state: BookingState | undefined }) {
  const t = useTranslations('bookings.list')
  const which = state ? 'emptyFilter' : 'empty'
  return (
    <section className="flex flex-col items-start gap-3 py-6">
      <h2 className="text-28">{t(`${which}.title`)}</h2>
      <p className="max-w-prose text-17 text-muted">
        {state ? t('emptyFilter.text', { state: t(`states.${state}`) }) : t('empty.text')}
      </p>
      <ButtonLink href={state ? '/bookings' : '/seats'} variant={state ? 'quiet' : 'primary'}>
        {t(`${which}.action`)}
      </ButtonLink>
    </section>
  )
}
