import { systemActor } from '#lib/access/actor.ts'
import { forgetSessions } from '#lib/accounts/forget-sessions.ts'
import { releaseBooking } from '#lib/bookings/release-booking.ts'
import { releaseNoShows } from '#lib/bookings/release-no-shows.ts'
import { warnLateMembers } from '#lib/bookings/warn-late-members.ts'
import { forgetRequestKeys } from '#lib/db/request-key.ts'
import { log } from '#lib/log.ts'
import {
  forgetQueue,
  releaseBookingQueue,
  sweepQueue,
  type QueueDefinition,
} from '#lib/queue/definitions.ts'
import type { z } from '#lib/zod.ts'

export type JobHandler = {
  queue: QueueDefinition
  run: (payload: unknown, now: Date) => Promise<void>
}

const worker = systemActor('worker')

/** What the worker does, one entry a queue. Each may run twice: the operation finds nothing to do the second time. */
export const handlers: JobHandler[] = [
  handle(releaseBookingQueue, async ({ bookingId }, now) => {
    if (await releaseBooking(worker, { bookingId }, now)) log.info({ bookingId }, 'released')
  }),

  handle(sweepQueue, async (_payload, now) => {
    const warned = await warnLateMembers(worker, now)
    if (warned.length > 0) log.info({ warned: warned.length }, 'warned of the release')
    const released = await releaseNoShows(worker, now)
    if (released > 0) log.warn({ released }, 'released no-shows whose own jobs were lost')
  }),

  handle(forgetQueue, async (_payload, now) => {
    const requestKeys = await forgetRequestKeys(now)
    const sessions = await forgetSessions(worker, now)
    log.info({ requestKeys, sessions }, 'forgot what was of no use any more')
  }),
]

function handle<S extends z.ZodType>(
  queue: QueueDefinition<S>,
  run: (payload: z.output<S>, now: Date) => Promise<void>,
): JobHandler {
  return { queue, run: (payload, now) => run(queue.payload.parse(payload), now) }
}
