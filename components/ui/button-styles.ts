import { tv, type VariantProps } from 'tailwind-variants/lite'

/** One look for what is pressed, whether it acts (`Button`) or leads somewhere (`ButtonLink`). */
export const buttonStyles = tv({
  base: [
    'relative inline-flex items-center justify-center gap-2 rounded-card border text-15 font-medium',
    'cursor-pointer text-center transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-50 print:hidden',
  ],
  variants: {
    variant: {
      primary:
        'border-transparent bg-lamp text-on-lamp hover:bg-lamp-deep active:bg-lamp-deep pressed:bg-lamp-deep',
      quiet:
        'border-edge bg-transparent text-ink hover:border-lamp hover:text-lamp active:bg-lamp-wash pressed:bg-lamp-wash',
      bare: 'border-transparent bg-transparent text-lamp hover:bg-lamp-wash active:bg-lamp-wash pressed:bg-lamp-wash',
      danger:
        'border-transparent bg-brick text-on-brick hover:bg-brick-deep active:bg-brick-deep pressed:bg-brick-deep',
      dangerQuiet:
        'border-brick bg-transparent text-brick hover:bg-brick-wash active:bg-brick-wash pressed:bg-brick-wash',
    },
    size: {
      regular: 'min-h-11 px-4 py-2 md:min-h-10',
      large: 'min-h-13 px-6 py-3 text-17',
      small: 'touch-target min-h-8 px-3 py-1 text-13',
      icon: 'size-11 shrink-0 md:size-10',
      iconSmall: 'touch-target size-8 shrink-0',
    },
    isWide: { true: 'w-full' },
  },
  defaultVariants: { variant: 'quiet', size: 'regular' },
})

export type ButtonLook = VariantProps<typeof buttonStyles>
