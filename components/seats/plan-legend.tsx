'use client'

import { useTranslations } from 'next-intl'
import { useSeatChoice } from './seat-choice.tsx'
import { SeatMark } from './seat-mark.tsx'

/** Each state as it is drawn, with its word and how many there are on the floor. */
export function PlanLegend({ floorId }: { floorId: string }) {
  const { seats } = useSeatChoice()
  const counts = { free: 0, mine: 0, taken: 0, closed: 0 }
  for (const seat of seats) if (seat.floorId === floorId) counts[seat.state]++
  const t = useTranslations('seats')
  const tStates = useTranslations('common.states')
  const states = (['free', 'mine', 'taken', 'closed'] as const).filter(
    (state) => counts[state] > 0 || state === 'free' || state === 'taken',
  )
  return (
    <ul
      aria-label={t('legend')}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 py-2 text-13"
    >
      {states.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <svg viewBox="-80 -84 160 168" aria-hidden="true" className="plan plan-sample">
            <g className="seat" data-state={state}>
              <SeatMark label="" kind="desk" state={state} turn={0} width={140} depth={152} />
            </g>
          </svg>
          <span className="text-muted">{tStates(state)}</span>
          <span className="font-medium tabular-nums">{counts[state]}</span>
        </li>
      ))}
    </ul>
  )
}
