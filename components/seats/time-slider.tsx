'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition, type CSSProperties } from 'react'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import type { PlanQuery } from '#lib/venues/schema.ts'
import { fetchSeatDays, type SeatDays } from './fetch-seat-days.ts'
import { planHref } from './plan-href.ts'
import { useSeatChoice } from './seat-choice.tsx'

/** A place of the window on the day: its start as the address calls it, and what it covers. */
export type TimeTick = { value: string; from: Date; to: Date }

/**
 * Moves the chosen time over the day, and the plan takes its colours as it moves. Letting go makes it the address. A plain
 * range of the browser, so arrows and speech come with it.
 */
export function TimeSlider({
  query,
  venueId,
  day,
  ticks,
  current,
}: {
  query: PlanQuery
  venueId: string
  day: string
  ticks: readonly TimeTick[]
  /** Where the page is among them. */
  current: number
}) {
  const t = useTranslations('seats.strip')
  const router = useRouter()
  const { timeZone, preview } = useSeatChoice()
  const words = useTimeWords(timeZone)
  const [isPending, startTransition] = useTransition()
  const [moved, setMoved] = useState<number | null>(null)
  const days = useRef<Promise<SeatDays | null>>(null)
  // What the hand is at while the bookings of the day are on their way.
  const wanted = useRef<number | null>(null)
  const at = moved ?? current
  const { from, to } = ticks[at]!
  const text = `${words.clock(from)}–${words.clock(to)}`

  // Anew each time the hand comes back: others book meanwhile.
  const prepare = () => (days.current = fetchSeatDays(venueId, day))

  async function move(index: number) {
    setMoved(index)
    wanted.current = index
    const known = await (days.current ?? prepare())
    if (known && wanted.current === index) preview({ ...ticks[index]!, days: known })
  }

  function settle() {
    wanted.current = null
    if (isPending || moved === null) return
    if (moved === current) return preview(null)
    const { value, from, to } = ticks[moved]!
    const minutes = String((to.getTime() - from.getTime()) / 60_000)
    startTransition(() => {
      router.replace(planHref(query, { day, from: value, to: undefined, minutes }), {
        scroll: false,
      })
    })
  }

  return (
    <div
      className="time-slider mt-2 flex items-center gap-3 print:hidden"
      style={{ '--window': windowShare(ticks, at) } as CSSProperties}
    >
      <input
        type="range"
        min={0}
        max={ticks.length - 1}
        step={1}
        value={at}
        aria-label={t('slider')}
        aria-valuetext={text}
        onPointerDown={prepare}
        onFocus={prepare}
        onChange={(event) => void move(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="min-w-0 grow"
      />
      <output className="w-28 text-right text-15 font-medium tabular-nums" aria-hidden="true">
        {text}
      </output>
    </div>
  )
}

/** How much of the day the window takes. */
function windowShare(ticks: readonly TimeTick[], at: number): number {
  const { from, to } = ticks[at]!
  const whole = ticks.at(-1)!.to.getTime() - ticks[0]!.from.getTime()
  return (to.getTime() - from.getTime()) / whole
}
