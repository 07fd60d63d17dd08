import {
  ArrowUpDown,
  Coffee,
  Droplets,
  Blinds,
  Monitor,
  PcCase,
  Plug,
  VolumeOff,
  type LucideIcon,
} from 'lucide-react'
import type { Amenity } from './seat-view.ts'

const glyphs: Record<Amenity, LucideIcon> = {
  computer: PcCase,
  monitor: Monitor,
  water: Droplets,
  kitchenNear: Coffee,
  adjustableDesk: ArrowUpDown,
  quiet: VolumeOff,
  window: Blinds,
  power: Plug,
}

export function AmenityGlyph({
  amenity,
  className = '',
}: {
  amenity: Amenity
  className?: string
}) {
  const Glyph = glyphs[amenity]
  return <Glyph aria-hidden="true" strokeWidth={1.75} className={`shrink-0 ${className}`} />
}
