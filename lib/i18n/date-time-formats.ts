import type { DateTimeFormatOptions } from 'use-intl/core'

export type { DateTimeFormatOptions }

/** The named formats that messages may ask for: `{startsAt, date, dayClock}`. */
export const dateTimeFormats = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayClock: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} satisfies Record<string, DateTimeFormatOptions>
