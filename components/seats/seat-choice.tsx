'use client'

import dynamic from 'next/dynamic'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { BookingActions, BookSeat } from '#components/bookings/booking-actions.ts'
import type { ChosenTime, OwnBooking, SeatView } from './seat-view.ts'

// The sheet brings the overlay's code along; it is fetched once the page stands, before anybody can need it.
const loadSheet = () => import('./seat-sheet.tsx').then((module) => module.SeatSheet)
const SeatSheet = dynamic(loadSheet, { ssr: false })

export type SeatActions = BookingActions & { bookSeat: BookSeat }

type Choice = {
  seats: readonly SeatView[]
  time: ChosenTime | null
  timeZone: string
  chosenId: string | null
  choose: (seatId: string | null) => void
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
  children,
}: {
  seats: readonly SeatView[]
  time: ChosenTime | null
  timeZone: string
  own: readonly OwnBooking[]
  mayBook: boolean
  actions: SeatActions
  children: ReactNode
}) {
  const [chosenId, setChosen] = useState<string | null>(null)
  const [lastId, setLast] = useState<string | null>(null)

  function choose(seatId: string | null) {
    setChosen(seatId)
    if (seatId) setLast(seatId)
  }

  useEffect(() => {
    void loadSheet().catch(() => undefined)
  }, [])

  // The sheet keeps its seat while it closes.
  const seat = seats.find(({ id }) => id === (chosenId ?? lastId))
  return (
    <ChoiceContext value={{ seats, time, timeZone, chosenId, choose }}>
      {children}
      {seat && (
        <SeatSheet
          key={seat.id}
          seat={seat}
          seats={seats}
          time={time}
          timeZone={timeZone}
          own={own.find(({ seatId }) => seatId === seat.id)}
          mayBook={mayBook}
          actions={actions}
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
