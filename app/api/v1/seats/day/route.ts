import { listSeatDays } from '#lib/bookings/list-seat-days.ts'
import { seatDaysSchema } from '#lib/bookings/schema.ts'
import { parseInput } from '#lib/web/refusal.ts'
import { route } from '#lib/web/route.ts'

/** When the seats of a venue are held on a day, so that the plan can show any time of it: `?venueId=&day=`. */
export const GET = route({
  name: 'plan.listSeatDays',
  permission: 'plan.view',
  run: (actor, request) => {
    const { searchParams } = new URL(request.url)
    return listSeatDays(actor, parseInput(seatDaysSchema, Object.fromEntries(searchParams)))
  },
})
