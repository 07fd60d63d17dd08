'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import type { TimelineTime } from './day-timeline.tsx'
import { useSeatChoice } from './seat-choice.tsx'

/** A seat's line of the day; all of it is the button that opens the seat, and says when it is held. */
export function TimelineRow({
  seatId,
  held,
  children,
}: {
  seatId: string
  held: TimelineTime[]
  children: ReactNode
}) {
  const t = useTranslations('seats.day')
  const { seats, timeZone, chosenId, choose } = useSeatChoice()
  const { clock } = useTimeWords(timeZone)
  const seat = seats.find(({ id }) => id === seatId)
  if (!seat) return null
  const times = held.map(({ from, to, isMine }) => {
    const span = `${clock(new Date(from))}–${clock(new Date(to))}`
    return isMine ? t('mine', { times: span }) : t('taken', { times: span })
  })
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={seat.id === chosenId}
      data-seat={seat.label}
      onClick={() => choose(seat.id)}
      className="grid w-full grid-cols-[3.5rem_minmax(0,1fr)] items-center py-1.5 text-left transition-colors hover:bg-lamp-wash aria-expanded:bg-lamp-wash"
    >
      <span className="font-serif text-17 font-semibold">{seat.label}</span>
      {children}
      <span className="sr-only">{times.join(', ') || t('free')}</span>
    </button>
  )
}
