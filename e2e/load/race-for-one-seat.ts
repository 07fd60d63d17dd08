import { randomUUID } from 'node:crypto'
import { bookSeat } from '#lib/bookings/book-seat.ts'
import { DomainError } from '#lib/errors.ts'
import { makeActor, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'

const people = 50

/** Fifty members after one seat and time, all at once, on a floor with nine other seats; as many rounds as asked. */
export async function raceForOneSeat(rounds: number) {
  const times: number[] = []
  let winners = 0
  let refused = 0
  let refusedWithAlternatives = 0
  const now = new Date('2026-11-23T09:00:00Z')
  const startsAt = addMinutes(now, 24 * 60)
  for (let round = 0; round < rounds; round++) {
    const venue = await makeVenue()
    const seat = await makeSeat({ venue })
    for (let other = 0; other < 9; other++) await makeSeat({ venue })
    const actors = []
    for (let person = 0; person < people; person++) actors.push(await makeActor())
    await Promise.all(
      actors.map(async (actor) => {
        const wish = {
          key: randomUUID(),
          seatId: seat.id,
          startsAt,
          endsAt: addMinutes(startsAt, 60),
        }
        const from = performance.now()
        try {
          await bookSeat(actor, wish, now)
          winners++
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          refused++
          if ((error.details.alternatives as unknown[] | undefined)?.length)
            refusedWithAlternatives++
        }
        times.push(performance.now() - from)
      }),
    )
  }
  return { times, winners, refused, refusedWithAlternatives }
}
