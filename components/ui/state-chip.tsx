import { useTranslations } from 'next-intl'
import type { Messages } from '#lib/i18n/messages.ts'
import { cx } from './cx.ts'
import { StateGlyph } from './state-glyph.tsx'

export type StateName = keyof Messages['common']['states']

const tones = {
  free: 'lamp',
  mine: 'sky',
  taken: 'plain',
  closed: 'plain',
  expected: 'sky',
  late: 'brass',
  here: 'lamp',
  finished: 'plain',
  noShow: 'brick',
  released: 'plain',
  cancelled: 'plain',
  verified: 'lamp',
  unverified: 'brass',
} as const satisfies Record<StateName, string>

const looks = {
  lamp: cx('bg-lamp-wash text-lamp'),
  sky: cx('bg-sky-wash text-sky'),
  brass: cx('bg-brass-wash text-brass-ink'),
  brick: cx('bg-brick-wash text-brick'),
  plain: cx('bg-sunken text-muted'),
}

/** A state as shape, word and colour together, so that no one of them has to be seen. */
export function StateChip({ state, className }: { state: StateName; className?: string }) {
  const t = useTranslations('common.states')
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-chip px-2 py-0.5 text-13 font-medium whitespace-nowrap',
        looks[tones[state]],
        className,
      )}
    >
      <StateGlyph state={state} />
      {t(state)}
    </span>
  )
}
