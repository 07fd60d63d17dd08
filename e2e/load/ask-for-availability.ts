import type { UserActor } from '#lib/access/actor.ts'
import { listSeatAvailability } from '#lib/bookings/queries.ts'
import { makeActor } from '#lib/testing/factories.ts'
import { benchVenueId, days, firstDay } from './bench-database.ts'

const hourMs = 60 * 60_000

/** How long the state of 500 seats takes, for times all over the hundred days. */
export async function askForAvailability(count: number): Promise<number[]> {
  const actor = await makeActor()
  for (let n = 0; n < 50; n++) await ask(actor, n)
  const times: number[] = []
  for (let n = 0; n < count; n++) times.push(await ask(actor, n))
  return times
}

async function ask(actor: UserActor, n: number): Promise<number> {
  const from = new Date(firstDay + (n % (days - 3)) * 24 * hourMs + (6 + (n % 9)) * hourMs)
  const to = new Date(from.getTime() + 4 * hourMs)
  const start = performance.now()
  const seats = await listSeatAvailability(actor, { venueId: benchVenueId, from, to })
  if (seats.length !== 500) throw new Error(`${seats.length} of 500 seats came`)
  return performance.now() - start
}
