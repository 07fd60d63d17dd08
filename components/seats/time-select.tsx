import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

export type TimeChoice = { value: string; isNextDay: boolean }

/** A native choice: on a phone it is the wheel that everybody knows. */
export function TimeSelect({
  label,
  name,
  value,
  choices,
  onChange,
}: {
  label: string
  name: string
  value: string
  choices: TimeChoice[]
  onChange: (value: string) => void
}) {
  const t = useTranslations('seats.strip')
  const id = useId()
  const nextDay = choices.filter(({ isNextDay }) => isNextDay)
  return (
    <div className="relative flex min-w-20 flex-1 flex-col rounded-card border border-edge bg-raised transition-colors hover:border-ink has-focus-visible:border-lamp sm:w-22 sm:flex-none">
      <label
        htmlFor={id}
        className="pointer-events-none absolute top-1.5 left-3 text-13 leading-4 text-muted"
      >
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-13 w-full cursor-pointer appearance-none rounded-card bg-transparent pt-5 pr-8 pb-1 pl-3 font-medium text-ink tabular-nums"
      >
        {choices.filter(({ isNextDay }) => !isNextDay).map(optionOf)}
        {nextDay.length > 0 && (
          <optgroup label={t('nextDayTimes')}>{nextDay.map(optionOf)}</optgroup>
        )}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute right-2.5 bottom-2.5 size-4 text-muted"
      />
    </div>
  )
}

function optionOf({ value }: TimeChoice) {
  return (
    <option key={value} value={value} className="bg-raised text-ink">
      {value}
    </option>
  )
}
