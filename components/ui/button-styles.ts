import { cx } from './cx.ts'

const base = cx(
  'relative inline-flex items-center justify-center gap-2 rounded-card border text-15 font-medium',
  'cursor-pointer text-center transition-colors select-none print:hidden',
  'disabled:cursor-not-allowed disabled:opacity-50',
)

const variants = {
  primary: cx(
    'border-transparent bg-lamp text-on-lamp hover:bg-lamp-deep active:bg-lamp-deep pressed:bg-lamp-deep',
  ),
  quiet: cx(
    'border-edge bg-transparent text-ink hover:border-lamp hover:text-lamp active:bg-lamp-wash pressed:bg-lamp-wash',
  ),
  bare: cx(
    'border-transparent bg-transparent text-lamp hover:bg-lamp-wash active:bg-lamp-wash pressed:bg-lamp-wash',
  ),
  danger: cx(
    'border-transparent bg-brick text-on-brick hover:bg-brick-deep active:bg-brick-deep pressed:bg-brick-deep',
  ),
  dangerQuiet: cx(
    'border-brick bg-transparent text-brick hover:bg-brick-wash active:bg-brick-wash pressed:bg-brick-wash',
  ),
}

const sizes = {
  regular: cx('min-h-11 px-4 py-2 md:min-h-10'),
  large: cx('min-h-13 px-6 py-3 text-17'),
  small: cx('touch-target min-h-8 px-3 py-1 text-13'),
  icon: cx('size-11 shrink-0 md:size-10'),
  iconSmall: cx('touch-target size-8 shrink-0'),
}

export type ButtonLook = {
  variant?: keyof typeof variants
  size?: keyof typeof sizes
  isWide?: boolean
}

/** One look for what is pressed, whether it acts (`Button`) or leads somewhere (`ButtonLink`). */
export function buttonStyles(look: ButtonLook & { className?: string }): string {
  const { variant = 'quiet', size = 'regular', isWide, className } = look
  return cx(base, variants[variant], sizes[size], isWide && 'w-full', className)
}
