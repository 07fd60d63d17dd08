import type { ReactNode } from 'react'
import { TextLink } from '#components/ui/links.tsx'

/** One form at the door, and the way to the other one where there is one. */
export function EntrancePage({
  title,
  lead,
  other,
  children,
}: {
  title: string
  lead: string
  other?: { question: string; label: string; href: string }
  children: ReactNode
}) {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 id="title" className="text-28 sm:text-40">
          {title}
        </h1>
        <p className="text-17 text-muted">{lead}</p>
      </div>
      {children}
      {other && (
        <p className="text-muted">
          {other.question} <TextLink href={other.href}>{other.label}</TextLink>
        </p>
      )}
    </div>
  )
}
