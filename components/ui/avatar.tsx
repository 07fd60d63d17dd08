import { cx } from './cx.ts'

const sizes = {
  small: 'size-8 text-13',
  regular: 'size-10 text-15',
  large: 'size-24 text-40',
}

/**
 * Initials until there is a photo. The name stands beside it or is its button's label, so it says nothing by itself: the letters are
 * drawn by the style sheet and are no text.
 */
export function Avatar({
  name,
  size = 'regular',
  className,
}: {
  name: string
  size?: keyof typeof sizes
  className?: string
}) {
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-lamp-wash font-serif font-semibold text-lamp before:content-[attr(data-initials)]',
        sizes[size],
        className,
      )}
    />
  )
}

/** First letters of the first and the last word: "Anna Maria Nowak" is AN. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('')
}
