import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type NoticeTone = 'info' | 'success' | 'attention' | 'danger'

const glyphs = { info: Info, success: CircleCheck, attention: TriangleAlert, danger: OctagonX }

// The wash fades out to the right: a note in the margin rather than a box.
const grounds = {
  info: cx('from-sky-wash before:bg-sky'),
  success: cx('from-lamp-wash before:bg-lamp'),
  attention: cx('from-brass-wash before:bg-brass-ink'),
  danger: cx('from-brick-wash before:bg-brick'),
}

const inks = {
  info: cx('text-sky'),
  success: cx('text-lamp'),
  attention: cx('text-brass-ink'),
  danger: cx('text-brick'),
}

/**
 * A message in its place on the page. A refusal names the rule in `title`, helps on in `children`, and offers what would be
 * allowed in `actions`. With `isLive` it is spoken when it appears: at once for danger, else when the reader pauses.
 */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  isLive = false,
  className,
}: {
  tone?: NoticeTone
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  isLive?: boolean
  className?: string
}) {
  const Glyph = glyphs[tone]
  return (
    <div
      role={isLive ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={cx(
        'relative flex gap-3 bg-linear-to-r to-transparent py-3 pr-4 pl-5 text-15 before:absolute before:inset-y-0 before:left-0 before:w-[3px]',
        grounds[tone],
        className,
      )}
    >
      <Glyph aria-hidden="true" className={cx('mt-0.5 size-5 shrink-0', inks[tone])} />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{title}</p>
        {children && <div className="text-pretty">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
