import { useLayoutEffect, type RefObject } from 'react'

/** Room that stays between the seat and the panel. */
const gapPx = 24

/**
 * Slides the plan to the left as far as it must, so that the chosen seat does not lie under the panel that opens for it.
 * `reach` is where the seat ends, as a part of the plan's width. Nothing moves on a phone: there the sheet comes from below.
 */
export function useClearOfPanel(
  stage: RefObject<HTMLElement | null>,
  reach: number | undefined,
): void {
  useLayoutEffect(() => {
    const shift = stage.current && reach !== undefined ? shiftFor(stage.current, reach) : 0
    stage.current?.style.setProperty('--plan-shift', `${-shift}px`)
  }, [stage, reach])
}

function shiftFor(stage: HTMLElement, reach: number): number {
  if (!window.matchMedia('(min-width: 64rem)').matches) return 0
  const panelWidth = 24 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const { left, width } = stage.getBoundingClientRect()
  return Math.max(0, Math.round(left + reach * width + gapPx - (window.innerWidth - panelWidth)))
}
