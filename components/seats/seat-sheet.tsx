import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { BookSeat } from '#components/bookings/booking-actions.ts'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { StateChip } from '#components/ui/state-chip.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { AmenityList } from './amenity-list.tsx'
import { MineFooter } from './mine-footer.tsx'
import { NearbySeats } from './nearby-seats.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import type { SeatActions } from './seat-choice.tsx'
import { SeatFooter } from './seat-footer.tsx'
import type { ChosenTime, OwnBooking, SeatView } from './seat-view.ts'
import { useBookSeat } from './use-book-seat.ts'
import { useBookedToast } from './use-booked-toast.ts'
import { useSeatWords } from './use-seat-words.ts'

export type SeatSheetProps = {
  seat: SeatView
  seats: readonly SeatView[]
  time: ChosenTime | null
  timeZone: string
  /** The booking by which the seat is mine. */
  own: OwnBooking | undefined
  mayBook: boolean
  actions: SeatActions
  movingId?: string
  isOpen: boolean
  choose: (seatId: string | null) => void
}

/** One seat at the chosen time: what it offers, and the one button that books it. */
export function SeatSheet(props: SeatSheetProps) {
  const { seat, seats, time, timeZone, own, mayBook, actions, movingId, isOpen, choose } = props
  const t = useTranslations('seats')
  const router = useRouter()
  const words = useTimeWords(timeZone)
  const { state } = useSeatWords(timeZone)
  const announce = useBookedToast(actions, timeZone, Boolean(movingId))
  const send: BookSeat = (wish) =>
    movingId ? actions.moveBooking({ ...wish, bookingId: movingId }) : actions.bookSeat(wish)
  const { book, refusal, forget, isPending } = useBookSeat(
    send,
    own !== undefined,
    (bookingId, wish) => {
      choose(null)
      announce(bookingId, wish)
      if (movingId) router.push('/bookings?state=expected')
    },
  )

  function close() {
    choose(null)
    if (!refusal) return
    forget()
    // What was refused, or not answered, shows that the page is behind the times.
    router.refresh()
  }

  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      title={seat.label}
      subtitle={t('sheet.where', { kind: t(`kinds.${seat.kind}`), floor: seat.floorName })}
      footer={
        own ? (
          <MineFooter seat={seat} own={own} timeZone={timeZone} actions={actions} onDone={close} />
        ) : (
          <SeatFooter
            seat={seat}
            time={time}
            mayBook={mayBook}
            isMove={Boolean(movingId)}
            isPending={isPending}
            book={book}
          />
        )
      }
    >
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateChip state={seat.state} />
          {seat.until && <span className="text-muted">{state(seat)}</span>}
        </div>
        {refusal && (
          <RefusalNotice
            refusal={refusal}
            timeZone={timeZone}
            isMove={Boolean(movingId)}
            isPending={isPending}
            book={book}
          />
        )}
        {time && !own && (
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-serif text-20 first-letter:uppercase">
              {words.span(time.startsAt, time.endsAt)}
            </span>
            <span className="text-muted">{words.length(time.startsAt, time.endsAt)}</span>
          </p>
        )}
        {seat.state === 'taken' && !refusal && (
          <NearbySeats seat={seat} seats={seats} choose={choose} />
        )}
        <AmenityList amenities={seat.amenities} />
      </div>
    </Sheet>
  )
}
