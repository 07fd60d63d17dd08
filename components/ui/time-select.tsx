'use client'

import { Select, type SelectProps } from './select.tsx'

/**
 * A time of day in steps, told in minutes since midnight as the wall clock shows it (1440 is the end of the day). Only times that
 * can be had are offered, so there is nothing to mistype.
 */
export function TimeSelect({
  from = 0,
  to = 24 * 60,
  step = 15,
  value,
  onChange,
  ...props
}: Omit<SelectProps, 'options' | 'value' | 'onChange'> & {
  from?: number
  to?: number
  step?: number
  value: number
  onChange: (minuteOfDay: number) => void
}) {
  const minutes = Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, index) => from + index * step,
  )
  // A value off the steps (a booking from before they were changed) is shown as it is, not silently moved.
  const offered = minutes.includes(value) ? minutes : [...minutes, value].sort((a, b) => a - b)
  return (
    <Select
      {...props}
      value={String(value)}
      onChange={(text) => onChange(Number(text))}
      options={offered.map((minute) => ({ value: String(minute), label: clockOf(minute) }))}
    />
  )
}

/** 570 is 09:30, 1440 is 24:00. */
export function clockOf(minuteOfDay: number): string {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0')
  return `${hours}:${String(minuteOfDay % 60).padStart(2, '0')}`
}
