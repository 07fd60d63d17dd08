import { useTranslations } from 'next-intl'
import { tv } from 'tailwind-variants/lite'
import type { Messages } from '#lib/i18n/messages.ts'
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
} as const satisfies Record<StateName, 'lamp' | 'sky' | 'brass' | 'brick' | 'plain'>

const styles = tv({
  base: 'inline-flex items-center gap-1.5 rounded-chip px-2 py-0.5 text-13 font-medium whitespace-nowrap',
  variants: {
    tone: {
      lamp: 'bg-lamp-wash text-lamp',
      sky: 'bg-sky-wash text-sky',
      brass: 'bg-brass-wash text-brass-ink',
      brick: 'bg-brick-wash text-brick',
      plain: 'bg-sunken text-muted',
    },
  },
})

/** A state as shape, word and colour together, so that no one of them has to be seen. */
export function StateChip({ state, className }: { state: StateName; className?: string }) {
  const t = useTranslations('common.states')
  return (
    <span className={styles({ tone: tones[state], className })}>
      <StateGlyph state={state} />
      {t(state)}
    </span>
  )
}
