import type { PgBoss } from 'pg-boss'
import { forgetQueue, sweepQueue, type QueueDefinition } from '#lib/queue/definitions.ts'

/** What happens by the clock (cron, in UTC). A time that passed while no worker ran is made up for once. */
const schedule: { queue: QueueDefinition; cron: string }[] = [
  { queue: sweepQueue, cron: '* * * * *' },
  { queue: forgetQueue, cron: '17 * * * *' },
]

export async function applySchedule(boss: PgBoss): Promise<void> {
  for (const { queue, cron } of schedule) {
    await boss.schedule(queue.name, cron, {}, { tz: 'UTC', missed: 'once' })
  }
}
