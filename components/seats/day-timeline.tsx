import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TimelineRow } from './timeline-row.tsx'
import type { SeatView } from './seat-view.ts'

export type TimelineTime = { from: number; to: number; isMine: boolean }

/** The day from its first opening to its last closing, with the hours that stand over it. Instants in milliseconds. */
export type TimelineDay = {
  from: number
  to: number
  hours: { at: number; text: string }[]
  closed: { from: number; to: number }[]
  heldBySeat: Record<string, TimelineTime[]>
}

/** Every seat over the whole day: who looks for a gap sees it. Days of 23 and 25 hours are as long as they are. */
export function DayTimeline({
  floors,
  day,
  chosen,
}: {
  floors: { id: string; name: string; seats: SeatView[] }[]
  day: TimelineDay
  chosen: { from: number; to: number }
}) {
  const t = useTranslations('seats.day')
  return (
    <div className="flex flex-col gap-8 pt-5">
      <p className="text-13 text-muted">{t('hint')}</p>
      {floors
        .filter(({ seats }) => seats.length > 0)
        .map(({ id, name, seats }) => (
          <section key={id} aria-labelledby={`day-${id}`}>
            <h2 id={`day-${id}`} className="mb-2 text-20">
              {name}
            </h2>
            <div className="relative">
              <Axis day={day} />
              <ul>
                {seats.map((seat) => (
                  <li key={seat.id} className="border-t border-hairline">
                    <TimelineRow seatId={seat.id} held={day.heldBySeat[seat.id] ?? []}>
                      <Track day={day} held={day.heldBySeat[seat.id] ?? []} chosen={chosen} />
                    </TimelineRow>
                  </li>
                ))}
              </ul>
            </div>
          </section>
        ))}
    </div>
  )
}

function Axis({ day }: { day: TimelineDay }) {
  return (
    <div aria-hidden="true" className="ml-14 flex h-5 text-13 text-muted tabular-nums">
      <div className="relative w-full">
        {day.hours.map(({ at, text }) => (
          <span key={at} className="absolute max-sm:even:hidden" style={{ left: share(day, at) }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}

function Track({
  day,
  held,
  chosen,
}: {
  day: TimelineDay
  held: TimelineTime[]
  chosen: { from: number; to: number }
}) {
  const t = useTranslations('seats')
  return (
    <span aria-hidden="true" className="relative block h-8 w-full overflow-hidden bg-raised">
      {day.hours.map(({ at }) => (
        <Bar key={at} day={day} from={at} to={at} className="border-l border-hairline" />
      ))}
      {day.closed.map((time) => (
        <Bar key={time.from} day={day} {...time} className="hatched" />
      ))}
      {held.map(({ isMine, ...time }) => (
        <Bar
          key={time.from}
          day={day}
          {...time}
          className={`timeline-held ${isMine ? 'bg-sky text-on-sky' : 'bg-edge text-raised'}`}
        >
          {isMine ? t('letters.mine') : t('letters.taken')}
        </Bar>
      ))}
      <Bar day={day} {...chosen} className="border-x-2 border-brass" />
    </span>
  )
}

function Bar({
  day,
  from,
  to,
  className,
  children,
}: {
  day: TimelineDay
  from: number
  to: number
  className: string
  children?: ReactNode
}) {
  const start = Math.max(from, day.from)
  const end = Math.min(to, day.to)
  if (end < start) return null
  const style = {
    left: share(day, start),
    width: `${((end - start) / (day.to - day.from)) * 100}%`,
  }
  return (
    <span className={`absolute inset-y-0 ${className}`} style={style}>
      {children}
    </span>
  )
}

function share(day: TimelineDay, at: number): string {
  return `${((at - day.from) / (day.to - day.from)) * 100}%`
}
