import { listArrivals } from '#lib/bookings/list-arrivals.ts'
import { arrivalsSchema } from '#lib/bookings/schema.ts'
import { parseInput } from '#lib/web/refusal.ts'
import { route } from '#lib/web/route.ts'

/** Today's list for the door: `?venueId=`. */
export const GET = route({
  name: 'checkIn.listArrivals',
  permission: 'checkIn.scan',
  run: (actor, request, now) => {
    const { searchParams } = new URL(request.url)
    return listArrivals(actor, parseInput(arrivalsSchema, Object.fromEntries(searchParams)), now)
  },
})
