import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** The shape of what is on its way. Pages build theirs from these, and say so once with `SkeletonPage`. */
export function SkeletonLine({ className = 'w-48' }: { className?: string }) {
  return <span className={cx('block h-4 animate-pulse rounded-chip bg-hairline/70', className)} />
}

export function SkeletonBlock({ className = 'h-40' }: { className?: string }) {
  return (
    <span className={cx('block w-full animate-pulse rounded-card bg-hairline/70', className)} />
  )
}

export function SkeletonPage({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" aria-label={label}>
      <div aria-hidden="true" className="flex flex-col gap-4">
        {children}
      </div>
    </div>
  )
}
