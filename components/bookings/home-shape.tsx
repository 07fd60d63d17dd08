import { useTranslations } from 'next-intl'
import { SkeletonBlock, SkeletonLine, SkeletonPage } from '#components/ui/skeleton.tsx'

/** The home page while it is on its way: a greeting, the card of the next booking, and the place. */
export function HomeShape() {
  const t = useTranslations('common')
  return (
    <div className="max-w-4xl">
      <SkeletonPage label={t('loading')}>
        <SkeletonLine className="mb-4 h-9 w-72 max-w-full lg:h-11" />
        <SkeletonBlock className="h-112 md:h-80" />
        <SkeletonLine className="mt-6 h-6 w-56" />
        <SkeletonLine className="w-72 max-w-full" />
        <SkeletonLine className="w-48" />
      </SkeletonPage>
    </div>
  )
}
