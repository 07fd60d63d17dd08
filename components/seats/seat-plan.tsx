'use client'

import { useTranslations } from 'next-intl'
import {
  memo,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { nearestSpot, type Direction } from './nearest-seat.ts'
import { PlanDefs } from './plan-defs.tsx'
import { useSeatChoice } from './seat-choice.tsx'
import { SeatLetters } from './seat-letters.tsx'
import { SeatMark } from './seat-mark.tsx'
import type { SeatView } from './seat-view.ts'
import { useClearOfPanel } from './use-clear-of-panel.ts'
import { useSeatWords } from './use-seat-words.ts'

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** One floor as a drawing whose seats are buttons: one stop for Tab, arrows inside. */
export function SeatPlan({
  floor,
  scenery,
  lamps,
}: {
  floor: { id: string; name: string; width: number; height: number }
  /** What stands below the seats, and above them. */
  scenery: ReactNode
  lamps: ReactNode
}) {
  const t = useTranslations('seats')
  const { seats: everySeat, timeZone, chosenId, choose } = useSeatChoice()
  const { spoken } = useSeatWords(timeZone)
  const seats = everySeat.filter(({ floorId }) => floorId === floor.id)
  const [focusedId, setFocused] = useState<string>()
  const helpId = useId()
  const ref = useRef<SVGSVGElement>(null)
  const stageRef = useRef<HTMLDivElement>(null)
  const chosen = seats.find(({ id }) => id === chosenId)
  useClearOfPanel(stageRef, chosen && (chosen.x + chosen.width / 2) / floor.width)
  const stop = (seats.find(({ id }) => id === focusedId) ?? firstStop(seats))?.id

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || !ref.current) return
    const target = targetOf(event.key, ref.current, event.target as Element)
    if (!target) return
    event.preventDefault()
    target.focus()
  }

  return (
    <div
      ref={stageRef}
      className="plan-stage max-md:-mx-4"
      data-landscape={floor.width > floor.height || undefined}
      style={{ '--plan-ratio': floor.width / floor.height } as CSSProperties}
    >
      <p id={helpId} className="sr-only">
        {t('plan.help')}
      </p>
      <svg
        ref={ref}
        viewBox={`0 0 ${floor.width} ${floor.height}`}
        role="group"
        aria-label={t('plan.label', { floor: floor.name })}
        aria-describedby={helpId}
        className="plan"
        onKeyDown={onKeyDown}
      >
        <PlanDefs />
        <SeatLetters />
        {scenery}
        {seats.map((seat) => (
          <SeatButton
            key={seat.id}
            seat={seat}
            name={spoken(seat)}
            isStop={seat.id === stop}
            isChosen={seat.id === chosenId}
            onFocus={setFocused}
            onChoose={choose}
          />
        ))}
        {lamps}
      </svg>
    </div>
  )
}

type SeatButtonProps = {
  seat: SeatView
  name: string
  isStop: boolean
  isChosen: boolean
  onFocus: (id: string) => void
  onChoose: (id: string) => void
}

const SeatButton = memo(function SeatButton(props: SeatButtonProps) {
  const { seat, name, isStop, isChosen, onFocus, onChoose } = props
  return (
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      aria-haspopup="dialog"
      aria-expanded={isChosen}
      className="seat"
      data-seat={seat.label}
      data-state={seat.state}
      transform={`translate(${seat.x} ${seat.y}) rotate(${seat.turn})`}
      onFocus={() => onFocus(seat.id)}
      onClick={() => onChoose(seat.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        if (!event.repeat) onChoose(seat.id)
      }}
    >
      <SeatMark {...seat} />
    </g>
  )
}, isSameButton)

/** A fresh page brings equal seats as new objects; only what is drawn counts. */
function isSameButton(a: SeatButtonProps, b: SeatButtonProps): boolean {
  return (
    a.seat.id === b.seat.id &&
    a.name === b.name &&
    a.seat.state === b.seat.state &&
    a.isStop === b.isStop &&
    a.isChosen === b.isChosen &&
    a.seat.x === b.seat.x &&
    a.seat.y === b.seat.y
  )
}

/** Where Tab enters: my own seat, else the first that is free. */
function firstStop(seats: readonly SeatView[]): SeatView | undefined {
  return (
    seats.find(({ state }) => state === 'mine') ??
    seats.find(({ state }) => state === 'free') ??
    seats[0]
  )
}

function targetOf(key: string, plan: SVGSVGElement, from: Element): SVGElement | undefined {
  const buttons = Array.from(plan.querySelectorAll<SVGElement>('[data-seat]'))
  if (key === 'Home') return buttons[0]
  if (key === 'End') return buttons.at(-1)
  const direction = directions[key]
  if (!direction) return undefined
  const spots = buttons.map((button) => ({ button, ...middleOf(button) }))
  return nearestSpot(middleOf(from), spots, direction)?.button
}

function middleOf(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
