'use server'

import { refresh } from 'next/cache'
import { bookSeat as book } from '#lib/bookings/book-seat.ts'
import { bookSeatSchema } from '#lib/bookings/schema.ts'
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
