import { cx } from './cx.ts'

/**
 * A code that people read aloud: in groups, spoken letter by letter, copied without the gaps. `size` counts from the front; what is
 * left makes the last group.
 */
export function CodeText({
  code,
  size = 4,
  className,
}: {
  code: string
  size?: number
  className?: string
}) {
  return (
    <code className={cx('inline-flex gap-[0.5em] tracking-wide', className)}>
      {groupCode(code, size).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </code>
  )
}

export function groupCode(code: string, size: number): string[] {
  const letters = Array.from(code)
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, index) =>
    letters.slice(index * size, (index + 1) * size).join(''),
  )
}
