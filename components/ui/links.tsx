import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonStyles, type ButtonLook } from './button-styles.ts'

type LinkProps = ComponentProps<typeof Link>

/** Looks like a button because it is the page's next step, and is a link because it leads there. */
export function ButtonLink({
  variant,
  size,
  isWide,
  className,
  ...props
}: Omit<LinkProps, 'className'> & ButtonLook & { className?: string }) {
  return <Link {...props} className={buttonStyles({ variant, size, isWide, className })} />
}

export function TextLink({ className = '', ...props }: LinkProps) {
  return <Link {...props} className={`${textLinkClass} ${className}`} />
}

export const textLinkClass =
  'text-lamp underline decoration-1 underline-offset-4 transition-colors hover:text-lamp-deep hover:decoration-2'
