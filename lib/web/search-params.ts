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
