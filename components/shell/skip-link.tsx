import { useTranslations } from 'next-intl'

export function SkipLink() {
  const t = useTranslations('shell')
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-70 focus:rounded-card focus:bg-lamp focus:px-4 focus:py-3 focus:text-on-lamp print:hidden"
    >
      {t('skip')}
    </a>
  )
}
