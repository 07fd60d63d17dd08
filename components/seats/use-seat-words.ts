import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import type { SeatView } from './seat-view.ts'

/** How a seat is spoken of: "A12, desk by the window, free until 15:00". */
export function useSeatWords(timeZone: string) {
  const t = useTranslations('seats')
  const words = useTimeWords(timeZone)

  function state({ state, until }: SeatView): string {
    if (state === 'closed') return t('states.closed')
    if (until)
      return t(`states.${state === 'free' ? 'freeUntil' : state}`, { until: words.until(until) })
    return state === 'free' ? t('states.free') : t(`states.${state}`, { until: '' }).trim()
  }

  return {
    state,
    spoken: (seat: SeatView) =>
      t('spoken', {
        label: seat.label,
        kind: seat.kind,
        isAtWindow: seat.amenities.includes('window') ? 'yes' : 'no',
        state: state(seat),
      }),
  }
}
