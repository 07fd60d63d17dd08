import { useTranslations } from 'next-intl'
import { SkeletonBlock, SkeletonLine, SkeletonPage } from '#components/ui/skeleton.tsx'

const rows = ['first', 'second', 'third', 'fourth']

/** The list of bookings while it is on its way: the filter, and rows. */
export function BookingsShape() {
  const t = useTranslations('common')
  return (
    <SkeletonPage label={t('loading')}>
      <SkeletonLine className="h-9 w-full max-w-md rounded-full" />
      <SkeletonLine className="mb-4 w-28" />
      {rows.map((row) => (
        <div key={row} className="flex gap-3 border-b border-hairline pb-4">
          <SkeletonBlock className="h-8 max-w-12 shrink-0" />
          <div className="flex flex-1 flex-col gap-2">
            <SkeletonLine className="w-56 max-w-full" />
            <SkeletonLine className="w-40 max-w-full" />
          </div>
        </div>
      ))}
    </SkeletonPage>
  )
}
