import { useTranslations } from 'next-intl'
import { SkeletonBlock, SkeletonLine, SkeletonPage } from '#components/ui/skeleton.tsx'

/** The door while it is on its way: the camera's picture, the line to type in, and who is expected. */
export function DoorShape() {
  const t = useTranslations('common')
  return (
    <SkeletonPage label={t('loading')}>
      <SkeletonLine className="h-9 w-40" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8">
        <SkeletonBlock className="aspect-square max-h-[46dvh] lg:aspect-auto lg:h-[calc(100dvh-12rem)] lg:max-h-160" />
        <div className="flex flex-col gap-4">
          <SkeletonLine className="w-32" />
          <SkeletonBlock className="h-11" />
          <SkeletonLine className="mt-4 h-6 w-28" />
          <SkeletonLine className="w-full" />
          <SkeletonLine className="w-full" />
        </div>
      </div>
    </SkeletonPage>
  )
}
