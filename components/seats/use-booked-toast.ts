import { useTranslations } from 'next-intl'
import type { BookingActions } from '#components/bookings/booking-actions.ts'
import { newRequestKey } from '#components/bookings/request-key.ts'
import { sendWrite } from '#components/bookings/send-write.ts'
import { useFailureToast, withdrawRetry } from '#components/bookings/use-failure-toast.ts'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { refreshPasses } from '#components/pass/refresh-passes.ts'
import { showToast } from '#components/ui/toast.ts'
import type { SeatTime } from './use-book-seat.ts'

/** Says that a seat is booked, or a booking moved, and takes it back when the person says so: undo stands in for a question beforehand. */
export function useBookedToast(actions: BookingActions, timeZone: string, isMove: boolean) {
  const t = useTranslations('seats.booked')
  const tMove = useTranslations('seats.move')
  const tActions = useTranslations('bookings.actions')
  const common = useTranslations('common')
  const sayFailure = useFailureToast()
  const words = useTimeWords(timeZone)

  const takeBack = isMove ? actions.undoChange : actions.cancelBooking

  async function undo(bookingId: string, label: string, key = newRequestKey()): Promise<void> {
    withdrawRetry(bookingId)
    const answer = await sendWrite(() => takeBack({ key, bookingId }))
    void refreshPasses()
    if (answer.ok) {
      return void showToast({ title: isMove ? tMove('undone') : t('undone', { label }) })
    }
    sayFailure(
      bookingId,
      answer,
      tActions(isMove ? 'undoChangeFailed' : 'undoFailed'),
      () => void undo(bookingId, label, key),
    )
  }

  return (bookingId: string, { label, startsAt, endsAt }: SeatTime) => {
    void refreshPasses()
    showToast({
      title: isMove ? tMove('moved', { label }) : t('title', { label }),
      description: words.span(startsAt, endsAt),
      action: { label: common('undo'), onPress: () => void undo(bookingId, label) },
    })
  }
}
