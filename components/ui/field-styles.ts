import { cx } from './cx.ts'

/** The line a person writes on; the same for text, choices, dates and times. */
export const controlClass = cx(
  'w-full min-w-0 rounded-card border border-edge bg-raised px-3 text-ink',
  'transition-colors placeholder:text-muted hover:border-ink focus:border-lamp',
  'outline-offset-0 invalid:border-brick aria-invalid:border-brick',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted',
)
export const lineClass = cx('min-h-11 py-2 md:min-h-10')
export const areaClass = cx('min-h-24 resize-y py-2')

export const labelClass = cx('text-15 font-medium text-ink')
export const descriptionClass = cx('text-13 text-muted')
