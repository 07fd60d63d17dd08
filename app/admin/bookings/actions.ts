'use server'

import { refresh } from 'next/cache'
import { cancelBookingFor as cancel } from '#lib/bookings/cancel-booking-for.ts'
import { cancelBookingForSchema } from '#lib/bookings/schema.ts'
import { action } from '#lib/web/action.ts'

export const cancelBookingFor = action({
  name: 'staffBookings.cancel',
  permission: 'booking.manage',
  schema: cancelBookingForSchema,
  run: async (actor, input, now) => {
    await cancel(actor, input, now)
    refresh()
  },
})
