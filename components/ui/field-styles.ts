import { tv } from 'tailwind-variants/lite'

/** The line a person writes on; the same for text, choices, dates and times. */
export const controlStyles = tv({
  base: [
    'w-full min-w-0 rounded-card border border-edge bg-raised px-3 text-ink',
    'transition-colors placeholder:text-muted hover:border-ink focus:border-lamp',
    'outline-offset-0 invalid:border-brick aria-invalid:border-brick',
    'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted',
  ],
  variants: {
    shape: {
      line: 'min-h-11 py-2 md:min-h-10',
      area: 'min-h-24 resize-y py-2',
    },
    isMono: { true: 'font-mono tracking-wide' },
  },
  defaultVariants: { shape: 'line' },
})

export const labelClass = 'text-15 font-medium text-ink'
export const descriptionClass = 'text-13 text-muted'
