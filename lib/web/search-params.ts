import 'server-only'

type Param = string | string[] | undefined

/** What an address says once, without space around it; what it says twice or not at all is nothing. */
export function textOf(param: Param): string | undefined {
  const text = typeof param === 'string' ? param.trim().slice(0, 200) : ''
  // PostgreSQL takes no zero byte in a text.
  return text.replaceAll('\0', '') || undefined
}

/** The one of these that an address names. */
export function oneOf<T extends string>(known: readonly T[], param: Param): T | undefined {
  return known.find((one) => one === param)
}

export function idOf(param: Param): string | undefined {
  const text = textOf(param)
  return text && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text : undefined
}

/** A day of the calendar, such as 2026-11-22. */
export function dayOf(param: Param): string | undefined {
  const text = textOf(param)
  if (!text || !/^[12]\d{3}-\d\d-\d\d$/.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined
}
