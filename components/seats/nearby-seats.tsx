import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import type { SeatView } from './seat-view.ts'

const offered = 3

/** For a seat that somebody has: the nearest that are free at the same time, of the same kind first. */
export function NearbySeats({
  seat,
  seats,
  choose,
}: {
  seat: SeatView
  seats: readonly SeatView[]
  choose: (seatId: string) => void
}) {
  const t = useTranslations('seats')
  const nearby = seats
    .filter(({ state }) => state === 'free')
    .toSorted((a, b) => distance(seat, a) - distance(seat, b))
    .slice(0, offered)
  if (nearby.length === 0) return null
  return (
    <section aria-label={t('sheet.nearby')} className="flex flex-col gap-2">
      <h3 className="font-sans text-13 font-medium text-muted">{t('sheet.nearby')}</h3>
      <div className="flex flex-wrap gap-2">
        {nearby.map(({ id, label, kind }) => (
          <Button key={id} onPress={() => choose(id)}>
            <span className="font-medium">{label}</span>
            <span className="text-muted">{t(`kinds.${kind}`)}</span>
          </Button>
        ))}
      </div>
    </section>
  )
}

/** In centimetres; another kind or another floor is farther than any walk. */
function distance(from: SeatView, to: SeatView): number {
  const elsewhere = (from.kind === to.kind ? 0 : 1e6) + (from.floorId === to.floorId ? 0 : 1e5)
  return elsewhere + Math.hypot(from.x - to.x, from.y - to.y)
}
