'use client'

import { useRouter } from 'next/navigation'
import { startTransition, type AnchorHTMLAttributes, type MouseEvent } from 'react'

export type PageLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  /** Takes the place of this page in the history. */
  replace?: boolean
}

/**
 * A link to a page of ours. It stands in for `next/link`, which is 9 kB of script on every page and asks the server for each link
 * in view; all our pages are made per person, so this one asks when a finger or a pointer comes near.
 */
export function PageLink({ href, replace = false, onClick, ...props }: PageLinkProps) {
  const router = useRouter()

  function go(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || !isPlainClick(event) || leavesApp(event.currentTarget)) return
    event.preventDefault()
    startTransition(() => (replace ? router.replace(href) : router.push(href)))
  }

  const warmUp = () => router.prefetch(href)
  return <a {...props} href={href} onClick={go} onPointerEnter={warmUp} onFocus={warmUp} />
}

/** Anything else means a new tab, a new window, a download or a menu, and is the browser's affair. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
}

function leavesApp(link: HTMLAnchorElement): boolean {
  const isElsewhere = link.origin !== window.location.origin || link.hasAttribute('download')
  const isNewTab = link.target !== '' && link.target !== '_self'
  const isSamePage =
    link.hash !== '' && link.href.split('#')[0] === window.location.href.split('#')[0]
  return isElsewhere || isNewTab || isSamePage
}
