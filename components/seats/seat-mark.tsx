import type { SeatKind, SeatState } from './seat-view.ts'
import { letterId } from './seat-letters.tsx'
import { Upright } from './upright.tsx'

export type SeatMarkProps = {
  label: string
  kind: SeatKind
  state: SeatState
  /** Where the page has no letters defined, or no room for them. */
  hasNoLetter?: boolean
  turn: number
  width: number
  depth: number
}

/** A seat as it stands on the plan, around its own middle: desk above, chair below, and whoever sits there. */
export function SeatMark(props: SeatMarkProps) {
  const { kind, width, depth } = props
  const reach = { width: Math.max(width, 158), depth: Math.max(depth, 158) }
  return (
    <>
      <Frame {...reach} radius={20} className="seat-reach" />
      {kind === 'meetingRoom' ? (
        <MeetingRoom {...props} />
      ) : kind === 'phoneBooth' ? (
        <PhoneBooth {...props} />
      ) : (
        <Desk {...props} />
      )}
      <Frame width={width + 14} depth={depth + 14} radius={24} className="seat-ring" />
    </>
  )
}

function Desk({ kind, ...seat }: SeatMarkProps) {
  const isCarrel = kind === 'quietDesk'
  return (
    <>
      <Chair {...seat} y={47} />
      <rect x="-69" y="-75" width="138" height="90" rx="9" className="seat-ground" />
      <rect x="-69" y="-75" width="138" height="90" rx="9" className="seat-body" />
      {isCarrel && <path d="M-69 32V-75H69V32" className="seat-screen" />}
      <Words x={0} y={-30} turn={seat.turn} className="seat-label">
        {seat.label}
      </Words>
    </>
  )
}

function PhoneBooth(seat: SeatMarkProps) {
  return (
    <>
      <rect x="-72" y="-72" width="144" height="144" rx="26" className="seat-ground" />
      <rect x="-72" y="-72" width="144" height="144" rx="26" className="seat-body" />
      <Chair {...seat} y={30} isBare />
      <Words x={0} y={-34} turn={seat.turn} className="seat-label">
        {seat.label}
      </Words>
    </>
  )
}

function MeetingRoom({ width, depth, hasNoLetter = false, ...seat }: SeatMarkProps) {
  const table = { width: width - 136, depth: depth - 150 }
  const hasLetter = !hasNoLetter && seat.state !== 'free'
  const across = Math.max(1, Math.floor(table.width / 78))
  const spread = table.width / across
  const seats = Array.from({ length: across }, (_, i) => -table.width / 2 + spread * (i + 0.5))
  return (
    <>
      <Frame width={width} depth={depth} radius={6} className="seat-ground" />
      <Frame width={width} depth={depth} radius={6} className="seat-body" />
      {seats.flatMap((x) =>
        [-1, 1].map((side) => (
          <circle
            key={`${x} ${side}`}
            cx={x}
            cy={side * (table.depth / 2 + 30)}
            r="22"
            className="seat-stool"
          />
        )),
      )}
      <Frame {...table} radius={16} className="seat-ground" />
      <Frame {...table} radius={16} className="seat-stool" />
      <Words x={hasLetter ? -26 : 0} y={0} turn={seat.turn} className="seat-label">
        {seat.label}
      </Words>
      {hasLetter && <Letter x={44} y={0} turn={seat.turn} state={seat.state} />}
    </>
  )
}

/** Empty when the seat is free; somebody's head and shoulders when it is not. */
function Chair({
  state,
  turn,
  y,
  hasNoLetter = false,
  isBare = false,
}: Pick<SeatMarkProps, 'state' | 'turn' | 'hasNoLetter'> & { y: number; isBare?: boolean }) {
  const isSomebody = state === 'taken' || state === 'mine'
  return (
    <>
      {isSomebody && !isBare && (
        <rect x="-46" y={y - 18} width="92" height="40" rx="20" className="seat-shoulders" />
      )}
      <circle cy={y} r="27" className="seat-ground" />
      <circle cy={y} r="27" className="seat-chair" />
      {!hasNoLetter && <Letter x={0} y={y} turn={turn} state={state} />}
    </>
  )
}

type WordsProps = { x: number; y: number; turn: number; children: string }

/**
 * Drawn from the plan's definitions, because the text inside a button has to be part of its spoken name, and there the
 * state is a whole word.
 */
function Letter({ x, y, turn, state }: Omit<WordsProps, 'children'> & { state: SeatState }) {
  if (state === 'free') return null
  return (
    <g transform={`translate(${x} ${y})`}>
      <Upright turn={turn}>
        <use href={`#${letterId(state)}`} className="seat-letter" />
      </Upright>
    </g>
  )
}

function Words({ x, y, turn, className, children }: WordsProps & { className: string }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Upright turn={turn}>
        <text className={className}>{children}</text>
      </Upright>
    </g>
  )
}

function Frame({
  width,
  depth,
  radius,
  className,
}: {
  width: number
  depth: number
  radius: number
  className: string
}) {
  return (
    <rect
      x={-width / 2}
      y={-depth / 2}
      width={width}
      height={depth}
      rx={radius}
      className={className}
    />
  )
}
