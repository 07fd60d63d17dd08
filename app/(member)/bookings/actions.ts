'use server'

import { refresh } from 'next/cache'
import { cancelBooking as cancel } from '#lib/bookings/cancel-booking.ts'
import { checkOutOfBooking } from '#lib/bookings/check-out-of-booking.ts'
import { restoreBooking as restore } from '#lib/bookings/restore-booking.ts'
import { bookingKeySchema } from '#lib/bookings/schema.ts'
import { action } from '#lib/web/action.ts'

export const cancelBooking = action({
  name: 'bookings.cancel',
  permission: 'booking.cancelOwn',
  schema: bookingKeySchema,
  run: async (actor, input, now) => {
    await cancel(actor, input, now)
    refresh()
  },
})

/** Takes a cancellation back. */
export const restoreBooking = action({
  name: 'bookings.restore',
  permission: 'booking.make',
  schema: bookingKeySchema,
  run: async (actor, input, now) => {
    await restore(actor, input, now)
    refresh()
  },
})

export const leaveBooking = action({
  name: 'bookings.leave',
  permission: 'booking.leaveOwn',
  schema: bookingKeySchema,
  run: async (actor, input, now) => {
    await checkOutOfBooking(actor, input, now)
    refresh()
  },
})
