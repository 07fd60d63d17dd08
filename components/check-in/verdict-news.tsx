import { useTranslations } from 'next-intl'
import type { DoorCard } from './door-card.ts'
import { useVerdictWords } from './use-verdict-words.ts'

/** Says verdicts to a screen reader. It is on the page before the first one comes, or that would go unheard. */
export function VerdictNews({ card, isAway }: { card: DoorCard | null; isAway: boolean }) {
  const t = useTranslations('checkIn')
  const wordsOf = useVerdictWords()
  const words = card && wordsOf(card)
  const who =
    card?.booking && `${card.booking.personName}, ${t('seat', { seat: card.booking.seat })}.`
  return (
    <p aria-live="assertive" className="sr-only">
      {/* The same words again are news only as another element. */}
      {words && (
        <span key={card.at}>{[`${words.word}.`, who, words.help].filter(Boolean).join(' ')}</span>
      )}
      {isAway && ` ${t('away.title')}`}
    </p>
  )
}
