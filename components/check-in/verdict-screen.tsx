import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/links.tsx'
import { awaitsDecision, type DoorCard } from './door-card.ts'
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
  isPending,
  isAway,
  onVerify,
  onCheckOut,
  onDismiss,
}: {
  card: DoorCard
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
  const screen = useFocusFor(isDecision || canCheckOut, onDismiss)
  return (
    <section
      ref={screen}
      tabIndex={-1}
      role={isDecision ? 'alertdialog' : undefined}
      aria-modal={isDecision || undefined}
      aria-labelledby={titleId}
      data-verdict={card.name}
      className={`fixed inset-0 z-50 flex flex-col items-center gap-5 overflow-auto px-4 pt-[max(1.25rem,env(safe-area-inset-top))] pb-36 outline-none ${grounds[card.tone]}`}
    >
      <div className="flex w-full max-w-lg flex-1 flex-col items-center justify-center gap-4">
        <VerdictGlyph tone={card.tone} className="size-[min(9rem,20dvh)]" />
        <h2 id={titleId} className="text-center text-40">
          {word}
        </h2>
        <div className="flex w-full flex-col gap-4 rounded-card bg-raised p-5 text-ink shadow-lift">
          {card.booking && <VerdictPerson booking={card.booking} isLarge={card.tone === 'yes'} />}
          <p className={card.booking ? 'text-15 text-muted' : 'text-17'}>{help}</p>
          {isDecision && <VerifyForm onVerify={onVerify} isPending={isPending} />}
          {canCheckOut && (
            <Button variant="primary" isWide onPress={onCheckOut} isPending={isPending}>
              {t('checkOut')}
            </Button>
          )}
          {card.refused?.code === 'UNAUTHENTICATED' && (
            <ButtonLink href="/sign-in?next=/admin/check-in" variant="primary" isWide>
              {t('signIn')}
            </ButtonLink>
          )}
        </div>
        {isAway && (
          <p role="status" className="text-center font-medium">
            {t('away.decision')}
          </p>
        )}
      </div>
      <div className="fixed right-4 bottom-[max(1rem,env(safe-area-inset-bottom))] left-32 flex items-center justify-end gap-3 text-right">
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

/** What can be answered takes the focus and gives it back; Escape puts the card away. */
function useFocusFor(isAnswerable: boolean, onDismiss: () => void) {
  const screen = useRef<HTMLElement>(null)
  const dismiss = useRef(onDismiss)

  useEffect(() => {
    dismiss.current = onDismiss
  })

  useEffect(() => {
    const before = document.activeElement
    if (isAnswerable) screen.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') dismiss.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (isAnswerable && before instanceof HTMLElement) before.focus()
    }
  }, [isAnswerable])

  return screen
}
