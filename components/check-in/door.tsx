'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CameraReader } from '#components/scanner/camera-reader.tsx'
import { SoundSwitch } from '#components/scanner/sound-switch.tsx'
import { useWedge } from '#components/scanner/use-wedge.ts'
import { Notice } from '#components/ui/notice.tsx'
import { ArrivalsList } from './arrivals-list.tsx'
import { PastCards } from './past-cards.tsx'
import { TypedEntry } from './typed-entry.tsx'
import type { Arrivals } from './use-arrivals.ts'
import { useDoor } from './use-door.ts'
import { VerdictNews } from './verdict-news.tsx'
import { VerdictScreen } from './verdict-screen.tsx'

/** Must stay the same object, or the decoder starts anew. */
const formats: ['qr_code'] = ['qr_code']

/** The door of one venue: camera, wedge and typing lead to one verdict over the whole screen. */
export function Door({
  venue,
  arrivals: initial,
  path,
  title,
}: {
  venue: { id: string; name: string; timeZone: string }
  arrivals: Arrivals
  /** Of this page with this venue, to come back to. */
  path: string
  /** Heading and choice of venue, beside the switch of the sound. */
  title: ReactNode
}) {
  const t = useTranslations('checkIn')
  const [isSilent, setSilent] = useState(false)
  const [typed, setTyped] = useState('')
  const door = useDoor(venue.id, initial, { isSilent })
  const { shown, isAway, isPending } = door
  // While a verdict is on its way and being drawn, pictures would only delay it.
  const pace = isPending && !isAway ? 'still' : shown || isAway ? 'slow' : 'brisk'

  const isListening = useWedge((content) => {
    setTyped('')
    if (!isAway) void door.scan({ content })
  })

  async function submitTyped() {
    const card = await door.scan({ typed })
    if (card && card.name !== 'noMatch' && card.name !== 'refused') setTyped('')
  }

  return (
    <>
      <VerdictNews card={shown} isAway={isAway} />
      <div
        aria-busy={!isListening}
        data-door
        className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8"
      >
        <header className="flex flex-wrap items-center justify-between gap-x-4 lg:col-span-2">
          {title}
          <SoundSwitch isSilent={isSilent} onChange={setSilent} />
        </header>
        {isAway && (
          <Notice tone="attention" title={t('away.title')} className="lg:col-span-2">
            {t(isPending ? 'away.pending' : 'away.text')}
          </Notice>
        )}
        <div
          className={`aspect-square max-h-[46dvh] w-full lg:aspect-auto lg:h-[calc(100dvh-12rem)] lg:max-h-160 ${isAway ? 'max-lg:order-last' : ''}`}
        >
          <div
            className={
              shown
                ? 'fixed bottom-[max(1rem,env(safe-area-inset-bottom))] left-4 z-60 size-24 rounded-card ring-2 ring-raised short:size-16'
                : 'size-full'
            }
          >
            <CameraReader
              formats={formats}
              onRead={door.see}
              pace={pace}
              isSmall={shown !== null}
            />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <TypedEntry
            value={typed}
            onChange={setTyped}
            onSubmit={submitTyped}
            isPending={isPending}
            isAway={isAway}
          />
          <PastCards cards={door.past} timeZone={venue.timeZone} />
          <div className={isAway ? 'order-first' : ''}>
            <ArrivalsList arrivals={door.arrivals} timeZone={venue.timeZone} />
          </div>
        </div>
      </div>
      {shown && (
        <VerdictScreen
          key={`${shown.name} ${shown.at}`}
          card={shown}
          objection={door.objection}
          path={path}
          isPending={isPending}
          isAway={isAway}
          onVerify={door.verify}
          onCheckOut={door.checkOut}
          onDismiss={door.dismiss}
        />
      )}
    </>
  )
}
