import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { awaitsDecision, type DoorCard } from './door-card.ts'
import type { Refused } from './door-server.ts'
import { useCover } from './use-cover.ts'
import { useVerdictWords } from './use-verdict-words.ts'
import { VerdictGlyph } from './verdict-glyph.tsx'
import { VerdictPerson } from './verdict-person.tsx'
import { VerifyForm } from './verify-form.tsx'

const grounds = {
  yes: 'bg-lamp text-on-lamp',
  attention: 'bg-brass text-on-brass',
  no: 'bg-brick text-on-brick',
}

/** One card over the whole screen. It stays until the next scan takes its place; amber stays until somebody decides. */
export function VerdictScreen({
  card,
  objection,
  path,
  isPending,
  isAway,
  onVerify,
  onCheckOut,
  onDismiss,
}: {
  card: DoorCard
  /** Why the server did not take the answer to this card. */
  objection: Refused | null
  /** Of the door, to come back to. */
  path: string
  isPending: boolean
  isAway: boolean
  onVerify: (note: string) => void
  onCheckOut: () => void
  onDismiss: () => void
}) {
  const t = useTranslations('checkIn')
  const { word, help } = useVerdictWords()(card)
  const titleId = useId()
  const isDecision = awaitsDecision(card)
  const canCheckOut = card.name === 'alreadyIn'
  const screen = useCover(isDecision || canCheckOut, onDismiss)
  return (
    <section
      ref={screen}
      tabIndex={-1}
      role={isDecision ? 'alertdialog' : undefined}
      aria-modal={isDecision || undefined}
      aria-labelledby={titleId}
      data-verdict={card.name}
      className={`fixed inset-0 z-50 grid grid-rows-[minmax(0,1fr)_auto] outline-none ${grounds[card.tone]}`}
    >
      <div className="flex flex-col items-center overflow-auto px-4 pt-[max(1rem,env(safe-area-inset-top))]">
        <div className="my-auto flex w-full max-w-lg flex-col items-center gap-4">
          <div
            className={`flex items-center gap-4 ${isDecision ? 'self-stretch' : 'flex-col text-center short:flex-row short:self-stretch short:text-left'}`}
          >
            <VerdictGlyph
              tone={card.tone}
              className={isDecision ? 'size-24 short:size-16' : 'size-36 short:size-16'}
            />
            <h2
              id={titleId}
              className={`min-w-0 short:text-28 ${isDecision ? 'text-28 sm:text-40' : 'text-40'}`}
            >
              {word}
            </h2>
          </div>
          <div className="flex w-full flex-col gap-4 rounded-card bg-raised p-5 text-ink shadow-lift short:gap-3 short:p-4">
            {card.booking && (
              <VerdictPerson
                booking={card.booking}
                isLarge={card.tone === 'yes'}
                isAsked={isDecision}
              />
            )}
            {/* Green says it all by itself. */}
            {card.name !== 'checkedIn' && (
              <p className={card.booking ? 'text-15 text-muted' : 'text-17'}>{help}</p>
            )}
            {objection && <Notice tone="danger" isLive title={objection.message} />}
            {isDecision && <VerifyForm onVerify={onVerify} isPending={isPending} />}
            {canCheckOut && (
              <Button variant="primary" isWide onPress={onCheckOut} isPending={isPending}>
                {t('checkOut')}
              </Button>
            )}
            {(objection ?? card.refused)?.code === 'UNAUTHENTICATED' && (
              <ButtonLink
                href={`/sign-in?${new URLSearchParams({ next: path })}`}
                variant="primary"
                isWide
              >
                {t('signIn')}
              </ButtonLink>
            )}
          </div>
          {isAway && <p className="text-center font-medium">{t('away.decision')}</p>}
        </div>
      </div>
      {/* The camera lies at the left of this line. */}
      <div className="flex min-h-32 items-center justify-end gap-3 py-4 pr-4 pb-[max(1rem,env(safe-area-inset-bottom))] pl-32 text-right short:min-h-24 short:py-2 short:pl-24">
        <p className="text-13">{t(isDecision ? 'decideFirst' : 'nextScan')}</p>
        <button
          type="button"
          onClick={onDismiss}
          className="min-h-11 shrink-0 rounded-card border border-current px-4 text-15 font-medium"
        >
          {t(isDecision ? 'notNow' : 'dismiss')}
        </button>
      </div>
    </section>
  )
}
