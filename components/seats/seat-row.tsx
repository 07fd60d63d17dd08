'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StateChip } from '#components/ui/state-chip.tsx'
import { useSeatChoice } from './seat-choice.tsx'
import type { SeatView } from './seat-view.ts'
import { useSeatWords } from './use-seat-words.ts'

/** A line of the list; all of it is the button that opens the seat. */
export function SeatRow({ seat, children }: { seat: SeatView; children: ReactNode }) {
  const t = useTranslations('seats.kinds')
  const { timeZone, chosenId, choose } = useSeatChoice()
  const { state } = useSeatWords(timeZone)
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={seat.id === chosenId}
      data-seat={seat.label}
      onClick={() => choose(seat.id)}
      className="grid w-full grid-cols-[3rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 rounded-card px-2 py-3 text-left transition-colors hover:bg-lamp-wash aria-expanded:bg-lamp-wash"
    >
      <span className="font-serif text-20 font-semibold">{seat.label}</span>
      <span>{t(seat.kind)}</span>
      <StateChip state={seat.state} />
      <span className="col-span-2 col-start-2 flex flex-wrap gap-x-3 gap-y-0.5 text-13 text-muted">
        {children}
        {seat.until && <span className="ml-auto">{state(seat)}</span>}
      </span>
    </button>
  )
}
