'use server'

import { refresh } from 'next/cache'
import { cancelBooking as cancel } from '#lib/bookings/cancel-booking.ts'
import { checkOutOfBooking } from '#lib/bookings/check-out-of-booking.ts'
import { extendArrival as extend } from '#lib/bookings/extend-arrival.ts'
import { restoreBooking as restore } from '#lib/bookings/restore-booking.ts'
import { bookingKeySchema, shortenBookingSchema } from '#lib/bookings/schema.ts'
import { shortenBooking as shorten } from '#lib/bookings/shorten-booking.ts'
import { undoChange as undo } from '#lib/bookings/undo-change.ts'
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

export const shortenBooking = action({
  name: 'bookings.shorten',
  permission: 'booking.moveOwn',
  schema: shortenBookingSchema,
  run: async (actor, input, now) => {
    await shorten(actor, input, now)
    refresh()
  },
})

/** Takes the last move or shortening back. */
export const undoChange = action({
  name: 'bookings.undoChange',
  permission: 'booking.moveOwn',
  schema: bookingKeySchema,
  run: async (actor, input, now) => {
    await undo(actor, input, now)
    refresh()
  },
})

export const extendArrival = action({
  name: 'bookings.extend',
  permission: 'booking.extendOwn',
  schema: bookingKeySchema,
  run: async (actor, input, now) => {
    await extend(actor, input, now)
    refresh()
  },
})
