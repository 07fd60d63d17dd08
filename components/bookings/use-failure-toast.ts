import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { showToast } from '#components/ui/toast.ts'
import { mayHaveArrived, type WriteAnswer } from './send-write.ts'

type Failure = Extract<WriteAnswer<unknown>, { ok: false }>

/** By booking: a second try that is still offered would be answered with what has changed since. */
const offered = new Map<string, () => void>()

/** To be called before a booking is changed: takes back what was offered for it. */
export function withdrawRetry(bookingId: string): void {
  offered.get(bookingId)?.()
  offered.delete(bookingId)
}

/**
 * Says why a change of a booking did not work, or that nobody knows whether it did. `retry` must send it with the key that it
 * had.
 */
export function useFailureToast() {
  const t = useTranslations('bookings.actions')
  const common = useTranslations('common')
  const router = useRouter()

  return (bookingId: string, failure: Failure, failed: string, retry: () => void): void => {
    const isSilence = failure.code === 'SILENCE'
    const mayRetry = mayHaveArrived(failure)
    const close = showToast({
      tone: 'danger',
      title: isSilence ? t('unanswered') : failed,
      description: isSilence ? t('unansweredText') : failure.message,
      action: mayRetry ? { label: common('retry'), onPress: retry } : undefined,
    })
    if (mayRetry) offered.set(bookingId, close)
    // A refusal shows that the page is behind the times.
    else router.refresh()
  }
}
