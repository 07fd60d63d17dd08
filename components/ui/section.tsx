import { useId, type ReactNode } from 'react'

/** A part of a page under its own heading, set off by a hairline and not by a box. */
export function Section({
  title,
  aside,
  children,
}: {
  title: ReactNode
  /** Opposite the heading: a count, a link. */
  aside?: ReactNode
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="border-t border-hairline pt-5 pb-8">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id={titleId} className="text-20">
          {title}
        </h2>
        {aside && <div className="text-13 text-muted">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
