import { buttonStyles, type ButtonLook } from './button-styles.ts'
import { cx } from './cx.ts'
import { PageLink, type PageLinkProps } from './page-link.tsx'

export const textLinkClass = cx(
  'text-lamp underline decoration-1 underline-offset-4 transition-colors hover:text-lamp-deep hover:decoration-2',
)

/** Looks like a button because it is the page's next step, and is a link because it leads there. */
export function ButtonLink({
  variant,
  size,
  isWide,
  className,
  ...props
}: PageLinkProps & ButtonLook) {
  return <PageLink {...props} className={buttonStyles({ variant, size, isWide, className })} />
}

export function TextLink({ className, ...props }: PageLinkProps) {
  return <PageLink {...props} className={cx(textLinkClass, className)} />
}
