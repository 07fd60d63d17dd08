import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

/**
 * A plain table with hairlines; `Density` around it decides the height of its rows. It scrolls sideways inside itself, reachable
 * by keyboard, so that the page does not.
 */
export function DataTable({
  label,
  className,
  ...props
}: ComponentProps<'table'> & { label: string }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0"
    >
      <table {...props} className={cx('w-full border-collapse text-left text-15', className)} />
    </div>
  )
}

export function HeaderCell({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...props}
      className={cx(
        'border-b border-edge px-3 py-2 align-bottom text-13 font-medium text-muted first:pl-0 last:pr-0',
        className,
      )}
    />
  )
}

export function Row({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      {...props}
      className={cx('border-b border-hairline transition-colors hover:bg-sunken', className)}
    />
  )
}

export function Cell({ className, ...props }: ComponentProps<'td'>) {
  return (
    <td
      {...props}
      className={cx('px-3 py-3 align-top first:pl-0 last:pr-0 staff-dense:py-1.5', className)}
    />
  )
}
