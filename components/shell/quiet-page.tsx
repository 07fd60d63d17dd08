import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'

/** A page with one thing to say: what happened, what is safe, what to do. */
export function QuietPage({
  title,
  text,
  actions,
  note,
  isInShell = false,
}: {
  title: string
  text: string
  actions: ReactNode
  note?: string
  /** The shell around it is the page's `main` already. */
  isInShell?: boolean
}) {
  const Frame = isInShell ? 'div' : 'main'
  return (
    <Frame className="page-width flex min-h-[70dvh] flex-col items-start justify-center gap-5 py-12">
      <BrandMark className="size-14" />
      <h1 className="max-w-xl text-28 sm:text-40">{title}</h1>
      <p className="max-w-prose text-17 text-muted">{text}</p>
      <div className="mt-2 flex flex-wrap gap-3">{actions}</div>
      {note && <p className="text-13 text-muted">{note}</p>}
    </Frame>
  )
}
