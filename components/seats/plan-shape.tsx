import { useTranslations } from 'next-intl'
import { SkeletonBlock, SkeletonLine, SkeletonPage } from '#components/ui/skeleton.tsx'

/** The plan while it is on its way: the floors, the legend, and the floor, which stands upright on a phone. */
export function PlanShape() {
  const t = useTranslations('common')
  return (
    <SkeletonPage label={t('loading')}>
      <div className="mt-3 flex min-h-14 items-center justify-between gap-4 border-b border-hairline">
        <SkeletonLine className="w-32" />
        <SkeletonLine className="h-10 w-28" />
      </div>
      <SkeletonLine className="-mt-2 w-52" />
      <SkeletonBlock className="aspect-2/3 lg:aspect-16/9" />
    </SkeletonPage>
  )
}
