import { useLocale, useTranslations } from 'next-intl'
import { formatClock, formatWhen } from '#lib/i18n/formats.ts'
import type { DoorCard } from './door-card.ts'

/** A card in words: what it is in two or three, and what to do about it in a sentence or two. */
export function useVerdictWords() {
  const t = useTranslations('checkIn.verdicts')
  const locale = useLocale()

  return (card: DoorCard): { word: string; help: string } => {
    if (card.refused) return { word: t('refused.word'), help: card.refused.message }
    const { name, booking } = card
    if (!booking) return { word: t(`${name}.word`), help: t(`${name}.help`, nothing) }
    const { timeZone } = booking
    const clock = (instant: string | null) =>
      instant ? formatClock(instant, locale, timeZone) : ''
    const dayClock = (instant: string | null) =>
      instant ? formatWhen(instant, null, { locale, timeZone, now: new Date() }) : ''
    const values = {
      name: booking.personName,
      seat: booking.seat,
      venue: booking.venue,
      starts: clock(booking.startsAt),
      startsDay: dayClock(booking.startsAt),
      ends: clock(booking.endsAt),
      accepted: clock(booking.acceptedFrom),
      acceptedDay: dayClock(booking.acceptedFrom),
      checkedIn: clock(booking.checkedInAt),
      left: clock(booking.leftAt),
      cancelledDay: dayClock(booking.cancelledAt),
      released: clock(booking.releasedAt),
    }
    return { word: t(`${name}.word`), help: t(`${name}.help`, values) }
  }
}

const nothing = {
  name: '',
  seat: '',
  venue: '',
  starts: '',
  startsDay: '',
  ends: '',
  accepted: '',
  acceptedDay: '',
  checkedIn: '',
  left: '',
  cancelledDay: '',
  released: '',
}
