import { useTranslations } from 'next-intl'

/** The page's own shape while the phone reads what it keeps. */
export function PassShape() {
  const t = useTranslations('common')
  return (
    <div role="status" className="flex flex-1 flex-col items-center gap-5">
      <span className="sr-only">{t('loading')}</span>
      <span className="aspect-square w-(--pass-size) rounded-card bg-sunken" />
      <span className="h-10 w-28 rounded-chip bg-sunken" />
      <span className="h-6 w-48 rounded-chip bg-sunken" />
    </div>
  )
}
