import { BankersLamp } from './bankers-lamp.tsx'
import { DeskThings } from './desk-things.tsx'

/**
 * A banker's lamp over an open book. By day its light is a tint, in the evening it is the light of the page. Its lower edge is the
 * desk, so it stands on whatever lies under it. Decoration only.
 */
export function LampScene({ className }: { className: string }) {
  return (
    <svg
      viewBox="0 0 640 520"
      aria-hidden="true"
      className={`pointer-events-none overflow-visible print:hidden ${className}`}
    >
      <defs>
        <radialGradient id="lamp-room">
          <stop offset="0" className="[stop-color:var(--color-glow)]" stopOpacity="0.34" />
          <stop offset="0.45" className="[stop-color:var(--color-glow)]" stopOpacity="0.12" />
          <stop offset="1" className="[stop-color:var(--color-glow)]" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="lamp-cone" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="[stop-color:var(--color-glow)]" stopOpacity="0.5" />
          <stop offset="1" className="[stop-color:var(--color-glow)]" stopOpacity="0.04" />
        </linearGradient>
        <filter id="lamp-soft" x="-30%" y="-10%" width="160%" height="120%">
          <feGaussianBlur stdDeviation="16" />
        </filter>
        <clipPath id="lamp-above-desk">
          <path d="M-200-200h1040v720H-200Z" />
        </clipPath>
      </defs>
      <circle cx="300" cy="300" r="620" fill="url(#lamp-room)" />
      <g clipPath="url(#lamp-above-desk)">
        <path d="M178 196h244l120 350H58Z" fill="url(#lamp-cone)" filter="url(#lamp-soft)" />
      </g>
      <DeskThings />
      <BankersLamp />
    </svg>
  )
}
