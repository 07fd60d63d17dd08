/** How long a code has to be out of sight before it counts as shown again, in milliseconds. */
const forgottenAfterMs = 3_000

export type Sight = { text: string; subject: string; at: number }

export type HoldBack = {
  /** Whether this sight is a new scan. `subject` is what stays the same while one thing is held there. */
  isNew: (seen: Sight) => boolean
  /** It is still held there, while nobody has time for a new scan. */
  stillThere: (seen: Sight) => void
  /** The thing in sight is dealt with: its further codes say nothing new. */
  settle: () => void
}

/**
 * A camera sees what is held before it many times a second. The same text is one scan as long as it is in sight; once it is
 * settled, so is whatever else the same thing shows, such as the next code of a pass.
 */
export function makeHoldBack(): HoldBack {
  let inSight: (Sight & { isSettled: boolean }) | null = null
  const isHeld = ({ subject, at }: Sight) =>
    inSight?.subject === subject && at - inSight.at < forgottenAfterMs
  return {
    isNew(seen) {
      if (inSight && isHeld(seen)) {
        inSight.at = seen.at
        if (inSight.isSettled || inSight.text === seen.text) return false
      }
      inSight = { ...seen, isSettled: false }
      return true
    },
    stillThere(seen) {
      if (inSight && isHeld(seen)) inSight.at = seen.at
    },
    settle() {
      if (inSight) inSight.isSettled = true
    },
  }
}
