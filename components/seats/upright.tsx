import type { CSSProperties, ReactNode } from 'react'

/** Keeps words level on the screen however the plan, and the thing they stand on (`turn`), are turned. */
export function Upright({ turn = 0, children }: { turn?: number; children: ReactNode }) {
  const style = turn ? ({ '--turn': `${turn}deg` } as CSSProperties) : undefined
  return (
    <g className="plan-upright" style={style}>
      {children}
    </g>
  )
}
