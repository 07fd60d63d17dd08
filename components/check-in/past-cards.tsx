import { useLocale, useTranslations } from 'next-intl'
import { formatClock } from '#lib/i18n/formats.ts'
import type { DoorCard } from './door-card.ts'
import { useVerdictWords } from './use-verdict-words.ts'
import { VerdictGlyph } from './verdict-glyph.tsx'

const inks = { yes: 'text-lamp', attention: 'text-brass-ink', no: 'text-brick' }

/** The last verdicts as strips, the newest first. */
export function PastCards({ cards, timeZone }: { cards: DoorCard[]; timeZone: string }) {
  const t = useTranslations('checkIn')
  const locale = useLocale()
  const wordsOf = useVerdictWords()
  if (cards.length === 0) return null
  return (
    <section aria-labelledby="past-cards">
      <h2 id="past-cards" className="text-13 font-medium text-muted">
        {t('past')}
      </h2>
      <ul className="divide-y divide-hairline">
        {cards.map((card) => (
          <li key={`${card.name} ${card.at}`} className="flex items-center gap-3 py-2">
            <VerdictGlyph tone={card.tone} className={`size-6 ${inks[card.tone]}`} />
            <p className="min-w-0 flex-1">
              <span className="font-medium">{wordsOf(card).word}</span>
              {card.booking && (
                <span className="text-muted">{` · ${card.booking.personName}, ${card.booking.seat}`}</span>
              )}
            </p>
            <time dateTime={card.at} className="text-13 text-muted">
              {formatClock(card.at, locale, timeZone)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}
