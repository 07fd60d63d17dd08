'use client'

import { useTranslations } from 'next-intl'
import { createContext, use, useState, type ReactNode } from 'react'
import type { Stretch } from '#lib/venues/policy.ts'
import type { BookingActions, BookSeat, MoveBooking } from '#components/bookings/booking-actions.ts'
import { showToast } from '#components/ui/toast.ts'
import type { SeatDays } from './fetch-seat-days.ts'
import type { ChosenTime, OwnBooking, SeatView } from './seat-view.ts'
import { useLateSheet } from './use-late-sheet.ts'
import { usePreview } from './use-preview.ts'

export type SeatActions = BookingActions & { bookSeat: BookSeat; moveBooking: MoveBooking }

type Choice = {
  seats: readonly SeatView[]
  time: ChosenTime | null
  timeZone: string
  chosenId: string | null
  choose: (seatId: string | null) => void
  /** Colours the seats for another time than the page's, until the page itself is about that time. */
  preview: (wish: (Stretch & { days: SeatDays }) | null) => void
}

const ChoiceContext = createContext<Choice | null>(null)

/** Which seat of the page is looked at, whether it was chosen on the plan or in the list; its sheet opens from here. */
export function SeatChoice({
  seats,
  time,
  timeZone,
  own,
  mayBook,
  actions,
  movingId,
  children,
}: {
  seats: readonly SeatView[]
  time: ChosenTime | null
  timeZone: string
  own: readonly OwnBooking[]
  mayBook: boolean
  actions: SeatActions
  /** The booking that is being moved, if one is. */
  movingId?: string
  children: ReactNode
}) {
  const t = useTranslations('seats.sheet')
  const [chosenId, setChosen] = useState<string | null>(null)
  const [lastId, setLast] = useState<string | null>(null)
  const { Sheet, load } = useLateSheet()
  const { seats: seen, preview } = usePreview(seats, time)

  function choose(seatId: string | null) {
    setChosen(seatId)
    if (!seatId) return
    setLast(seatId)
    load().catch(() => {
      setChosen(null)
      showToast({ tone: 'danger', title: t('unreachable') })
    })
  }

  // The sheet keeps its seat while it closes.
  const seat = seats.find(({ id }) => id === (chosenId ?? lastId))
  return (
    <ChoiceContext value={{ seats: seen, time, timeZone, chosenId, choose, preview }}>
      {children}
      {Sheet && seat && (
        <Sheet
          key={seat.id}
          seat={seat}
          seats={seats}
          time={time}
          timeZone={timeZone}
          own={own.find(({ seatId }) => seatId === seat.id)}
          mayBook={mayBook}
          actions={actions}
          movingId={movingId}
          isOpen={chosenId !== null}
          choose={choose}
        />
      )}
    </ChoiceContext>
  )
}

export function useSeatChoice(): Choice {
  const choice = use(ChoiceContext)
  if (!choice) throw new Error('A seat is chosen inside of SeatChoice.')
  return choice
}
