import type { Stretch } from '#lib/venues/policy.ts'

// The same rules as the query of the plan, for the browser: it has the bookings of a day and colours any time of it at
// once. seat-state.test.ts holds the two together. It computes with instants alone, so that no calendar has to be loaded.

export type SeatState = 'free' | 'mine' | 'taken' | 'closed'

/** When a seat is held: from the start until it can be given to another, the buffer included. */
export type HeldTime = Stretch & { isMine: boolean }

/** A seat on one day. `held` reaches a day further, because that is how far a booking may. */
export type SeatDay = { seatId: string; bufferMinutes: number; held: readonly HeldTime[] }

/** How far ahead of a free time the next booking is told of. */
const toldAheadMs = 24 * 60 * 60_000

/**
 * What a seat is between two instants, for a booking that needs its buffer behind it. `until`: free – when it is wanted
 * next, if within a day; mine and taken – when it is free again, over bookings that follow without a gap.
 */
export function seatStateAt(
  { bufferMinutes, held }: SeatDay,
  time: Stretch,
  open: readonly Stretch[],
): { state: SeatState; until: Date | null } {
  if (!open.some(({ from, to }) => from <= time.from && time.to <= to)) {
    return { state: 'closed', until: null }
  }
  const bufferMs = bufferMinutes * 60_000
  const needed = { from: time.from, to: new Date(time.to.getTime() + bufferMs) }
  const horizon = new Date(time.to.getTime() + toldAheadMs)
  const ahead = held
    .filter(({ from, to }) => needed.from < to && from < horizon)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
  const meeting = ahead.filter(({ from }) => from < needed.to)
  if (meeting.length > 0) {
    const state = meeting.some(({ isMine }) => isMine) ? 'mine' : 'taken'
    return { state, until: endOfRow(ahead, needed.to) }
  }
  const next = ahead[0]?.from
  return { state: 'free', until: next ? new Date(next.getTime() - bufferMs) : null }
}

/** The end of the last row without a gap, of those in order that end after the time begins, that begins before its end. */
function endOfRow(ahead: readonly HeldTime[], before: Date): Date {
  let end = ahead[0]!.to
  for (const { from, to } of ahead) {
    if (from < before || from <= end) end = end < to ? to : end
  }
  return end
}
