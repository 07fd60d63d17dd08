/** Names a booking's row in the list of bookings, so that an address can lead to it. */
export function bookingAnchor(bookingId: string): string {
  return `booking-${bookingId}`
}
