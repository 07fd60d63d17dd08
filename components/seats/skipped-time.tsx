import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'

/** For who asks for a time that the clock skips that night. */
export function SkippedTime({ clock }: { clock: string }) {
  const t = useTranslations('seats')
  return <Notice tone="attention" className="mt-4" title={t('skippedTime', { clock })} />
}
