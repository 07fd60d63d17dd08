import { beforeEach, describe, expect, it } from 'vitest'
import type { UserActor } from '#lib/access/actor.ts'
import { db } from '#lib/db/client.ts'
import { makeActor, makeBooking, makeSeat, makeVenue } from '#lib/testing/factories.ts'
import { addMinutes } from '#lib/time.ts'
import { listComingBookings, listOwnBookings, listSeatAvailability } from './queries.ts'

const now = new Date('2026-11-23T09:07:00Z')
const hour = (hours: number) => addMinutes(new Date('2026-11-24T00:00:00Z'), hours * 60)

let member: UserActor

beforeEach(async () => {
  member = await makeActor()
})

describe('listSeatAvailability', () => {
  let venue: Awaited<ReturnType<typeof makeVenue>>

  beforeEach(async () => {
    venue = await makeVenue()
  })

  async function seatWith(...bookings: Parameters<typeof makeBooking>[0][]): Promise<string> {
    const { id } = await makeSeat({ venue })
    for (const booking of bookings) await makeBooking({ ...booking, seatId: id })
    return id
  }

  async function stateOf(seatId: string, from = hour(9), to = hour(13), actor = member) {
    const seats = await listSeatAvailability(actor, { venueId: venue.id, from, to })
    const { state, until } = seats.find((seat) => seat.seatId === seatId)!
    return [state, until]
  }

  it('a free seat is free until its next booking, when that begins within a day', async () => {
    const next = { startsAt: hour(15), endsAt: hour(16) }
    const afterNext = { startsAt: hour(18), endsAt: hour(19) }
    expect(await stateOf(await seatWith(afterNext, next))).toEqual(['free', hour(15)])
    const later = { startsAt: hour(40), endsAt: hour(41) }
    expect(await stateOf(await seatWith(later))).toEqual(['free', null])
    expect(await stateOf(await seatWith())).toEqual(['free', null])
  })

  it('a booking that only touches the time does not take the seat', async () => {
    const before = { startsAt: hour(7), endsAt: hour(9) }
    const after = { startsAt: hour(13), endsAt: hour(14) }
    expect(await stateOf(await seatWith(before, after))).toEqual(['free', hour(13)])
  })

  it('a taken seat is taken to the end of what follows without a gap', async () => {
    const first = { startsAt: hour(8), endsAt: hour(10) }
    const second = { startsAt: hour(10), endsAt: hour(14) }
    const third = { startsAt: hour(15), endsAt: hour(16) }
    expect(await stateOf(await seatWith(first, second, third))).toEqual(['taken', hour(14)])
  })

  it('counts the buffer, and the early leave', async () => {
    const buffered = { startsAt: hour(8), endsAt: hour(9), occupiedUntil: addMinutes(hour(9), 10) }
    expect(await stateOf(await seatWith(buffered))).toEqual(['taken', addMinutes(hour(9), 10)])
    const stay = { startsAt: hour(8), endsAt: hour(12), checkedInAt: hour(8), leftAt: hour(9) }
    const by = { checkedInById: member.userId, leftById: member.userId }
    expect(await stateOf(await seatWith({ ...stay, ...by, occupiedUntil: hour(9) }))).toEqual([
      'free',
      null,
    ])
  })

  it('keeps the buffer that the booking itself would need free of the next', async () => {
    venue = await makeVenue({ rule: { bufferMinutes: 30 } })
    const soonAfter = { startsAt: addMinutes(hour(13), 15), endsAt: hour(14) }
    expect((await stateOf(await seatWith(soonAfter)))[0]).toBe('taken')
    const later = { startsAt: addMinutes(hour(13), 30), endsAt: hour(14) }
    expect(await stateOf(await seatWith(later))).toEqual(['free', hour(13)])
  })

  it('does not count what was cancelled or released', async () => {
    const time = { startsAt: hour(9), endsAt: hour(11) }
    const cancelled = { ...time, cancelledAt: now, cancelledById: member.userId }
    const released = { ...time, releasedAt: now }
    expect(await stateOf(await seatWith(cancelled, released))).toEqual(['free', null])
  })

  it('is mine when a booking of mine touches the time, and taken for everybody else', async () => {
    const mine = { startsAt: hour(12), endsAt: hour(14), userId: member.userId }
    const seatId = await seatWith({ startsAt: hour(8), endsAt: hour(10) }, mine)
    expect(await stateOf(seatId)).toEqual(['mine', hour(14)])
    const other = await makeActor()
    expect(await stateOf(seatId, hour(9), hour(13), other)).toEqual(['taken', hour(14)])
  })

  it('is closed as a whole when the venue is not open throughout', async () => {
    const seatId = await seatWith()
    await db().closure.create({
      data: { venueId: venue.id, startsAt: hour(12), endsAt: hour(13), reason: 'Fire drill' },
    })
    expect(await stateOf(seatId)).toEqual(['closed', null])
    expect(await stateOf(seatId, hour(9), hour(12))).toEqual(['free', null])
  })

  it('leaves withdrawn seats and other venues out, and tells nobody’s name', async () => {
    const booked = await seatWith({ startsAt: hour(9), endsAt: hour(10) })
    await makeSeat({ venue, withdrawnAt: now })
    await makeSeat()
    const window = { venueId: venue.id, from: hour(9), to: hour(13) }
    expect(await listSeatAvailability(member, window)).toEqual([
      { seatId: booked, state: 'taken', until: hour(10) },
    ])
  })

  it('refuses nobody, a wrong order and a window of a month', async () => {
    const window = { venueId: venue.id, from: hour(9), to: hour(13) }
    await expect(listSeatAvailability(null as never, window)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    for (const to of [hour(9), hour(24 * 30)]) {
      await expect(listSeatAvailability(member, { ...window, to })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
    }
  })
})

describe('a person’s own bookings', () => {
  it('are listed the latest first, with what can be done about each', async () => {
    const userId = member.userId
    const staff = await makeActor({ role: 'admin' })
    const facts = [
      {
        startsAt: hour(-50),
        endsAt: hour(-49),
        checkedInAt: hour(-50),
        checkedInById: staff.userId,
      },
      { startsAt: hour(-40), endsAt: hour(-39), releasedAt: hour(-39.5) },
      { startsAt: hour(9), endsAt: hour(10), cancelledAt: now, cancelledById: userId },
      { startsAt: hour(9), endsAt: hour(10) },
    ]
    for (const fact of facts) await makeBooking({ ...fact, userId })
    await makeBooking({ startsAt: hour(9), endsAt: hour(10) })

    const views = await listOwnBookings(member, now)
    const short = views.map(({ state, canCancel, canLeave, canRestore }) => [
      state,
      { canCancel, canLeave, canRestore },
    ])
    const nothing = { canCancel: false, canLeave: false, canRestore: false }
    expect(short.slice(2)).toEqual([
      ['noShow', nothing],
      ['finished', nothing],
    ])
    expect(short.slice(0, 2)).toEqual(
      expect.arrayContaining([
        ['expected', { ...nothing, canCancel: true }],
        ['cancelled', { ...nothing, canRestore: true }],
      ]),
    )
    expect(Object.keys(views[0]!)).not.toContain('userId')
  })

  it('ahead are the running one, then those to come, never what is over', async () => {
    const userId = member.userId
    expect(await listComingBookings(member, now)).toEqual([])
    await makeBooking({ userId, startsAt: hour(-20), endsAt: hour(-16), releasedAt: hour(-19) })
    const coming = await makeBooking({ userId, startsAt: hour(9), endsAt: hour(10) })
    const ahead = { id: coming.id, state: 'expected' }
    expect(await listComingBookings(member, now)).toMatchObject([ahead])

    const by = { checkedInAt: hour(-15), checkedInById: userId }
    const running = { userId, startsAt: hour(-15), endsAt: hour(-14), ...by }
    const here = await makeBooking(running)
    expect(await listComingBookings(member, hour(-14.5))).toMatchObject([
      { id: here.id, state: 'here', canLeave: true },
      ahead,
    ])
    const gone = { leftAt: hour(-14.6), leftById: userId, occupiedUntil: hour(-14.6) }
    await db().booking.update({ where: { id: here.id }, data: gone })
    expect(await listComingBookings(member, hour(-14.5))).toMatchObject([ahead])
  })

  it('are for members', async () => {
    const admin = await makeActor({ role: 'admin' })
    await expect(listOwnBookings(admin, now)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listComingBookings(admin, now)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
