'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useTimeWords } from '#components/bookings/use-time-words.ts'
import { buttonStyles } from '#components/ui/button-styles.ts'
import { cx } from '#components/ui/cx.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import type { PlanQuery } from '#lib/venues/schema.ts'
import { DayPicker } from './day-picker.tsx'
import { planHref } from './plan-href.ts'
import { TimeSelect, type TimeChoice } from './time-select.tsx'

export type StripTimes = {
  from: string
  to: string
  minutes: number
  starts: TimeChoice[]
  ends: TimeChoice[]
  allDay: { from: string; to: string }
}

/** Day and time of the plan. Every choice is an address, so it can be shared and gone back to. */
export function TimeStrip({
  query,
  day,
  timeZone,
  times,
}: {
  query: PlanQuery
  day: { date: string; at: Date; today: string; previous: string | null; next: string }
  timeZone: string
  /** Null on a day that has nothing to choose. */
  times: StripTimes | null
}) {
  const t = useTranslations('seats.strip')
  const router = useRouter()
  const words = useTimeWords(timeZone)
  const [isPending, startTransition] = useTransition()
  const go = (change: PlanQuery) =>
    startTransition(() => router.push(planHref(query, change), { scroll: false }))

  return (
    <form
      action="/seats"
      aria-label={t('label')}
      aria-busy={isPending}
      // With a script every choice shows the plan at once; without one the button sends them together.
      onSubmit={(event) => event.preventDefault()}
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 transition-opacity xl:gap-x-8 print:hidden',
        isPending && 'opacity-60',
      )}
    >
      <DayPicker
        {...day}
        label={words.day(day.at)}
        longLabel={words.longDay(day.at)}
        hrefOf={(date) => planHref(query, { day: date })}
        onPick={(date) => go({ day: date })}
      />
      {times && (
        <div className="flex w-full min-w-0 flex-wrap gap-2 sm:w-auto">
          <TimeSelect
            label={t('from')}
            name="from"
            value={times.from}
            choices={times.starts}
            onChange={(from) =>
              go({ day: day.date, from, to: undefined, minutes: String(times.minutes) })
            }
          />
          <TimeSelect
            label={t('to')}
            name="to"
            value={times.to}
            choices={times.ends}
            onChange={(to) => go({ day: day.date, from: times.from, to, minutes: undefined })}
          />
          <AllDay query={query} day={day.date} times={times} />
        </div>
      )}
      <RestOfAddress query={query} hasTimes={times !== null} />
      <div className="hidden noscript:block">
        <button type="submit" className={buttonStyles({ variant: 'primary' })}>
          {t('show')}
        </button>
      </div>
    </form>
  )
}

/** What the form does not ask for stays as the address has it. */
function RestOfAddress({ query, hasTimes }: { query: PlanQuery; hasTimes: boolean }) {
  const asked = hasTimes ? ['day', 'from', 'to', 'minutes'] : ['day']
  return Object.entries(query).map(
    ([name, value]) =>
      value &&
      !asked.includes(name) && <input key={name} type="hidden" name={name} value={value} />,
  )
}

function AllDay({ query, day, times }: { query: PlanQuery; day: string; times: StripTimes }) {
  const t = useTranslations('seats.strip')
  const isAllDay = times.from === times.allDay.from && times.to === times.allDay.to
  return (
    <PageLink
      href={planHref(query, { day, ...times.allDay, minutes: undefined })}
      aria-current={isAllDay || undefined}
      className="inline-flex min-h-13 items-center rounded-card border border-edge px-3 text-15 font-medium text-ink transition-colors hover:border-lamp hover:text-lamp aria-current:border-lamp aria-current:bg-lamp-wash aria-current:text-lamp xl:px-4"
    >
      {t('allDay')}
    </PageLink>
  )
}
