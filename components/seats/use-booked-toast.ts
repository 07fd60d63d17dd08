import { useTranslations } from 'next-intl'
import type { BookingActions } from '#components/bookings/booking-actions.ts'
import { newRequestKey } from '#components/bookings/request-key.ts'
import { sendWrite } from '#components/bookings/send-write.ts'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { refreshPasses } from '#components/pass/refresh-passes.ts'
import { showToast } from '#components/ui/toast.ts'
import type { SeatTime } from './use-book-seat.ts'

/** Says that a seat is booked, and takes it back when the person says so: undo stands in for a question beforehand. */
export function useBookedToast(actions: BookingActions, timeZone: string) {
  const t = useTranslations('seats.booked')
  const tActions = useTranslations('bookings.actions')
  const common = useTranslations('common')
  const words = useTimeWords(timeZone)

  async function undo(bookingId: string, label: string, key = newRequestKey()): Promise<void> {
    const answer = await sendWrite(() => actions.cancelBooking({ key, bookingId }))
    void refreshPasses()
    if (answer.ok) return void showToast({ title: t('undone', { label }) })
    const isSilence = answer.code === 'SILENCE'
    showToast({
      tone: 'danger',
      title: tActions('undoFailed'),
      description: isSilence ? tActions('unreachable') : answer.message,
      action: isSilence
        ? { label: common('retry'), onPress: () => void undo(bookingId, label, key) }
        : undefined,
    })
  }

  return (bookingId: string, { label, startsAt, endsAt }: SeatTime) => {
    void refreshPasses()
    showToast({
      title: t('title', { label }),
      description: words.span(startsAt, endsAt),
      action: { label: common('undo'), onPress: () => void undo(bookingId, label) },
    })
  }
}
