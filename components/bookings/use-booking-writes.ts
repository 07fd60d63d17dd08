import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { refreshPasses } from '#components/pass/refresh-passes.ts'
import { showToast, type ToastMessage } from '#components/ui/toast.ts'
import type { ActionResult } from '#lib/errors.ts'
import type { BookingActions } from './booking-actions.ts'
import { newRequestKey } from './request-key.ts'
import { sendWrite } from './send-write.ts'
import { useFailureToast, withdrawRetry } from './use-failure-toast.ts'
import { useTimeWords } from './use-time-words.ts'

/** What the sentences about a booking name. */
export type NamedBooking = {
  id: string
  label: string
  startsAt: Date
  endsAt: Date
  timeZone: string
}

/** Cancel, bring back and leave, each told in a toast: with the way back where there is one, with a second try after silence. */
export function useBookingWrites(booking: NamedBooking, actions: BookingActions) {
  const t = useTranslations('bookings.actions')
  const common = useTranslations('common')
  const sayFailure = useFailureToast()
  const words = useTimeWords(booking.timeZone)
  const [isPending, startTransition] = useTransition()
  const named = { label: booking.label, span: words.span(booking.startsAt, booking.endsAt) }

  type Act = (input: { key: string; bookingId: string }) => Promise<ActionResult<unknown>>

  function run(act: Act, done: ToastMessage, failed: string, key = newRequestKey()): void {
    withdrawRetry(booking.id)
    startTransition(async () => {
      const answer = await sendWrite(() => act({ key, bookingId: booking.id }))
      void refreshPasses()
      if (answer.ok) return void showToast(done)
      sayFailure(booking.id, answer, failed, () => run(act, done, failed, key))
    })
  }

  const restore = () =>
    run(actions.restoreBooking, { title: t('restored', named) }, t('restoreFailed'))

  const undo = () =>
    run(actions.undoChange, { title: t('changeUndone', named) }, t('undoChangeFailed'))

  return {
    isPending,
    restore,
    shorten: (end: Date) =>
      run(
        (input) => actions.shortenBooking({ ...input, endsAt: end.toISOString() }),
        {
          title: t('shortened', { label: booking.label, clock: words.clock(end) }),
          action: { label: common('undo'), onPress: undo },
        },
        t('shortenFailed'),
      ),
    extend: () =>
      run(
        actions.extendArrival,
        { title: t('extended', { label: booking.label }) },
        t('extendFailed'),
      ),
    cancel: () =>
      run(
        actions.cancelBooking,
        {
          title: t('cancelled', named),
          action: { label: common('undo'), onPress: restore },
        },
        t('cancelFailed'),
      ),
    leave: () =>
      run(
        actions.leaveBooking,
        { title: t('left', named), description: t('leftText') },
        t('leaveFailed'),
      ),
  }
}
