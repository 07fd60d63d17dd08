import { useEffect, useRef, useState, useTransition } from 'react'
import type { BookSeat } from '#components/bookings/booking-actions.ts'
import { newRequestKey } from '#components/bookings/request-key.ts'
import { mayHaveArrived, sendWrite, type WriteAnswer } from '#components/bookings/send-write.ts'

export type SeatTime = { seatId: string; label: string; startsAt: Date; endsAt: Date }

export type BookingRefusal = Extract<WriteAnswer<unknown>, { ok: false }>

/**
 * Books, and keeps what stood against it. Every wish (seat and time) has one key until it is answered: pressed again after
 * silence it is the same booking, and a double click is one. `forget` is for when the page shows what became of it: what
 * is pressed from then on is a wish of its own, and the answer to the old one would be of a booking that may be cancelled.
 */
export function useBookSeat(
  bookSeat: BookSeat,
  /** The page shows that the seat belongs to the person by now. */
  isMine: boolean,
  onBooked: (bookingId: string, wish: SeatTime) => void,
) {
  const [refusal, setRefusal] = useState<BookingRefusal | null>(null)
  const [isPending, startTransition] = useTransition()
  const keys = useRef(new Map<string, string>())
  // State would come a render too late for the second click of a double click.
  const isBusy = useRef(false)

  if (isMine && refusal) setRefusal(null)
  useEffect(() => {
    if (isMine) keys.current.clear()
  }, [isMine])

  async function send(wish: SeatTime): Promise<void> {
    const startsAt = wish.startsAt.toISOString()
    const endsAt = wish.endsAt.toISOString()
    const name = `${wish.seatId} ${startsAt} ${endsAt}`
    const key = keys.current.get(name) ?? newRequestKey()
    keys.current.set(name, key)
    const answer = await sendWrite(() => bookSeat({ key, seatId: wish.seatId, startsAt, endsAt }))
    isBusy.current = false
    if (!mayHaveArrived(answer)) keys.current.delete(name)
    if (!answer.ok) return setRefusal(answer)
    onBooked(answer.data.bookingId, wish)
  }

  function book(wish: SeatTime): void {
    if (isBusy.current) return
    isBusy.current = true
    setRefusal(null)
    startTransition(() => send(wish))
  }

  function forget(): void {
    keys.current.clear()
    setRefusal(null)
  }

  return { book, refusal, forget, isPending }
}
