import { verifyAndCheckInSchema } from '#lib/bookings/schema.ts'
import { verifyAndCheckIn } from '#lib/bookings/verify-and-check-in.ts'
import { jsonRoute } from '#lib/web/json-route.ts'

export const POST = jsonRoute({
  name: 'checkIn.verify',
  permission: 'checkIn.verify',
  schema: verifyAndCheckInSchema,
  run: verifyAndCheckIn,
})
