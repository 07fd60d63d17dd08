import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { refreshPasses } from '#components/pass/refresh-passes.ts'
import { showToast, type ToastMessage } from '#components/ui/toast.ts'
import type { ActionResult } from '#lib/errors.ts'
import type { BookingActions } from './booking-actions.ts'
import { newRequestKey } from './request-key.ts'
import { sendWrite } from './send-write.ts'
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
  const words = useTimeWords(booking.timeZone)
  const [isPending, startTransition] = useTransition()
  const named = { label: booking.label, span: words.span(booking.startsAt, booking.endsAt) }

  type Act = (input: { key: string; bookingId: string }) => Promise<ActionResult<unknown>>

  function run(act: Act, done: ToastMessage, failed: string, key = newRequestKey()): void {
    startTransition(async () => {
      const answer = await sendWrite(() => act({ key, bookingId: booking.id }))
      void refreshPasses()
      if (answer.ok) return void showToast(done)
      const isSilence = answer.code === 'SILENCE'
      showToast({
        tone: 'danger',
        title: failed,
        description: isSilence ? t('unreachable') : answer.message,
        action: isSilence
          ? { label: common('retry'), onPress: () => run(act, done, failed, key) }
          : undefined,
      })
    })
  }

  const restore = () =>
    run(actions.restoreBooking, { title: t('restored', named) }, t('restoreFailed'))

  const undo = () => run(actions.undoChange, { title: t('changeUndone', named) }, t('changeStays'))

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
