import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { tv } from 'tailwind-variants/lite'

export type NoticeTone = 'info' | 'success' | 'attention' | 'danger'

const glyphs = { info: Info, success: CircleCheck, attention: TriangleAlert, danger: OctagonX }

const styles = tv({
  slots: {
    root: 'relative flex gap-3 overflow-hidden rounded-card py-3 pr-4 pl-5 text-15 before:absolute before:inset-y-0 before:left-0 before:w-1',
    glyph: 'mt-0.5 size-5 shrink-0',
  },
  variants: {
    tone: {
      info: { root: 'bg-sky-wash before:bg-sky', glyph: 'text-sky' },
      success: { root: 'bg-lamp-wash before:bg-lamp', glyph: 'text-lamp' },
      attention: { root: 'bg-brass-wash before:bg-brass-ink', glyph: 'text-brass-ink' },
      danger: { root: 'bg-brick-wash before:bg-brick', glyph: 'text-brick' },
    },
  },
})

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
  className = '',
}: {
  tone?: NoticeTone
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  isLive?: boolean
  className?: string
}) {
  const Glyph = glyphs[tone]
  const { root, glyph } = styles({ tone })
  return (
    <div
      role={isLive ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={root({ className })}
    >
      <Glyph aria-hidden="true" className={glyph()} />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{title}</p>
        {children && <div className="text-pretty">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
