import { WifiOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { PassAbsent } from './pass-absent.tsx'
import { PassCard } from './pass-card.tsx'
import { PassChoice } from './pass-choice.tsx'
import type { KeptPasses } from './pass-store.ts'
import { useServerTime } from './use-server-time.ts'

/** The passes of a phone side by side: swiped, or chosen above. The one that runs or comes next lies first. */
export function PassDeck({ kept, isAway }: { kept: KeptPasses; isAway: boolean }) {
  const t = useTranslations('pass')
  const format = useFormatter()
  const now = useServerTime(kept.offsetMs)
  const deck = useRef<HTMLUListElement>(null)
  const [chosen, setChosen] = useState(0)
  const bookings = kept.bookings.filter(({ endsAt }) => Date.parse(endsAt) > now)
  if (bookings.length === 0) return <PassAbsent reason="noBooking" />

  const current = Math.min(chosen, bookings.length - 1)
  const size =
    bookings.length > 1
      ? '[--pass-size:min(100%,max(15rem,100dvh-25rem))] short:[--pass-size:min(100%,max(15rem,100dvh-21rem))] print:[--pass-size:20rem]'
      : ''
  return (
    <div className={`flex flex-1 flex-col ${size}`}>
      <h1 className="sr-only">{t('title')}</h1>
      {bookings.length > 1 && (
        <PassChoice
          bookings={bookings}
          current={current}
          now={now}
          onChoose={(index) => deck.current?.children[index]?.scrollIntoView({ inline: 'center' })}
        />
      )}
      <ul
        ref={deck}
        aria-label={t('deck')}
        // Whoever has no finger to swipe with moves it by the arrows.
        tabIndex={bookings.length > 1 ? 0 : undefined}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setChosen(Math.round(scrollLeft / clientWidth))
        }
        className="-mx-4 flex flex-1 snap-x snap-mandatory [scrollbar-width:none] overflow-x-auto overscroll-x-contain outline-offset-[-2px] print:overflow-visible"
      >
        {bookings.map((booking, index) => (
          <li
            key={booking.id}
            // What is swiped away must not be reached by Tab or be read out.
            inert={index !== current}
            className="flex w-full shrink-0 snap-center flex-col items-center px-4 pt-1 pb-4 print:inert:hidden"
          >
            <PassCard booking={booking} now={now} />
          </li>
        ))}
      </ul>
      {isAway && (
        <p className="flex items-center justify-center gap-2 pb-1 text-center text-13 text-muted print:hidden">
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          {t('away', { since: format.relativeTime(kept.fetchedAt, now) })}
        </p>
      )}
    </div>
  )
}
