import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/links.tsx'
import type { PassRefresh } from './refresh-passes.ts'

/** No pass on this phone: why, and the way to one. */
export function PassAbsent({ reason }: { reason: PassRefresh | 'noBooking' }) {
  const t = useTranslations('pass.absent')
  return (
    <div role="status" className="flex flex-1 flex-col items-start justify-center gap-4 py-10">
      <h1 className="text-28">{t(`${reason}.title`)}</h1>
      <p className="text-17 text-muted">{t(`${reason}.text`)}</p>
      {reason === 'noBooking' && (
        <ButtonLink href="/seats" variant="primary" size="large">
          {t('noBooking.action')}
        </ButtonLink>
      )}
      {reason === 'signedOut' && (
        <ButtonLink href="/sign-in?next=/pass" variant="primary" size="large">
          {t('signedOut.action')}
        </ButtonLink>
      )}
    </div>
  )
}
