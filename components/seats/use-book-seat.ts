import { useRef, useState, useTransition } from 'react'
import type { BookSeat } from '#components/bookings/booking-actions.ts'
import { newRequestKey } from '#components/bookings/request-key.ts'
import { sendWrite, type WriteAnswer } from '#components/bookings/send-write.ts'

export type SeatTime = { seatId: string; label: string; startsAt: Date; endsAt: Date }

export type BookingRefusal = Extract<WriteAnswer<unknown>, { ok: false }>

/**
 * Books, and keeps what stood against it. Every wish (seat and time) has one key until it is answered: pressed again after
 * silence it is the same booking, and a double click is one.
 */
export function useBookSeat(
  bookSeat: BookSeat,
  onBooked: (bookingId: string, wish: SeatTime) => void,
) {
  const [refusal, setRefusal] = useState<BookingRefusal | null>(null)
  const [isPending, startTransition] = useTransition()
  const keys = useRef(new Map<string, string>())
  // State would come a render too late for the second click of a double click.
  const isBusy = useRef(false)

  async function send(wish: SeatTime): Promise<void> {
    const startsAt = wish.startsAt.toISOString()
    const endsAt = wish.endsAt.toISOString()
    const name = `${wish.seatId} ${startsAt} ${endsAt}`
    const key = keys.current.get(name) ?? newRequestKey()
    keys.current.set(name, key)
    const answer = await sendWrite(() => bookSeat({ key, seatId: wish.seatId, startsAt, endsAt }))
    isBusy.current = false
    if (!answer.ok) return setRefusal(answer)
    keys.current.delete(name)
    onBooked(answer.data.bookingId, wish)
  }

  function book(wish: SeatTime): void {
    if (isBusy.current) return
    isBusy.current = true
    setRefusal(null)
    startTransition(() => send(wish))
  }

  return { book, refusal, forget: () => setRefusal(null), isPending }
}
