'use server'

import { refresh } from 'next/cache'
import { bookSeat as book } from '#lib/bookings/book-seat.ts'
import { moveBooking as move } from '#lib/bookings/move-booking.ts'
import { bookSeatSchema, moveBookingSchema } from '#lib/bookings/schema.ts'
import { action } from '#lib/web/action.ts'

export const bookSeat = action({
  name: 'bookings.book',
  permission: 'booking.make',
  schema: bookSeatSchema,
  run: async (actor, input, now) => {
    const booked = await book(actor, input, now)
    refresh()
    return booked
  },
})

export const moveBooking = action({
  name: 'bookings.move',
  permission: 'booking.moveOwn',
  schema: moveBookingSchema,
  run: async (actor, input, now) => {
    const moved = await move(actor, input, now)
    refresh()
    return moved
  },
})
