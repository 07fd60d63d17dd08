import { checkOutOfBooking } from '#lib/bookings/check-out-of-booking.ts'
import { bookingKeySchema } from '#lib/bookings/schema.ts'
import { jsonRoute } from '#lib/web/json-route.ts'

export const POST = jsonRoute({
  name: 'checkIn.checkOut',
  permission: 'checkIn.checkOut',
  schema: bookingKeySchema,
  run: checkOutOfBooking,
})
