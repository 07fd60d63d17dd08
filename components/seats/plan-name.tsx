import { useTranslations } from 'next-intl'
import type { PlanShape } from '#lib/venues/schema.ts'
import { Upright } from './upright.tsx'

export function PlanName({ x, y, name }: Omit<Extract<PlanShape, { shape: 'label' }>, 'shape'>) {
  const t = useTranslations('seats.areas')
  return (
    <g transform={`translate(${x} ${y})`}>
      <Upright>
        <text className="plan-name">{'area' in name ? t(name.area) : name.text}</text>
      </Upright>
    </g>
  )
}
