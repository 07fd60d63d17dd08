import { db } from '#lib/db/client.ts'
import { DomainError } from '#lib/errors.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findObstacle, type SeatWish } from './find-obstacle.ts'

/**
 * Adds to a refusal what the person can do instead. One that a constraint spoke names no seat and no time: what stands in
 * the way is looked up. Anything that is not a refusal comes back as it was.
 */
export async function completeRefusal(error: unknown, wish: SeatWish, now: Date): Promise<unknown> {
  if (!(error instanceof DomainError)) return error
  const refusal = isBare(error) ? await describe(error, wish, now) : error
  const alternatives = await findAlternatives(refusal.code, wish, now)
  if (alternatives.length === 0) return refusal
  return new DomainError(refusal.code, { ...refusal.details, alternatives })
}

function isBare({ code, details }: DomainError): boolean {
  return (code === 'SEAT_TAKEN' || code === 'PERSON_BUSY') && !details.seat
}

async function describe({ code }: DomainError, wish: SeatWish, now: Date): Promise<DomainError> {
  const obstacle = await findObstacle(db(), wish, now)
  if (obstacle) return obstacle
  // Whoever was in the way has gone in the meantime: all that is known is the time that was wished.
  const { seat, startsAt: from, endsAt: to } = wish
  return new DomainError(code, { seat: seat.label, from, to, timeZone: seat.venue.timeZone })
}
