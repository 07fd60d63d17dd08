import type { PlanQuery } from '#lib/venues/schema.ts'

/** The page of the seats with something changed in its address; an undefined value leaves it. */
export function planHref(query: PlanQuery, change: PlanQuery = {}): string {
  const entries = Object.entries({ ...query, ...change }).filter(([, value]) => value)
  const search = new URLSearchParams(entries as [string, string][]).toString()
  return search ? `/seats?${search}` : '/seats'
}
