type Params = Record<string, string | string[] | undefined>

/** A path with what an address asks for, so that a list comes back with its filters. What is said twice is left out. */
export function hrefWith(path: string, params: Params): string {
  const said = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [[name, value]] : [],
  )
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}
