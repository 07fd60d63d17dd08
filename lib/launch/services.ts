import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askHolder, takeLock, waitUntilFree } from './lock.ts'
import { dataFolder, projectFolder } from './project.ts'
import { answerSignsOfLife } from './sign-of-life.ts'
import type { Service } from './supervise.ts'

const names = ['web', 'worker'] as const
type ServiceName = (typeof names)[number]

/** A leftover ends by itself when its supervisor is gone; this long is given to the requests that it still answers. */
const leftoverLimitMs = 4_000

export function describeService(name: ServiceName, env: Record<string, string>): Service {
  return {
    name,
    file: fileOf(name),
    logFile: join(dataFolder(), 'logs', `${name}.log`),
    env: { ...env, CARREL_PROCESS: name, CARREL_SUPERVISED: '1' },
    // Who develops may hold a process at a breakpoint for as long as they like.
    ...(env.NODE_ENV !== 'development' && {
      life: name === 'web' ? { url: liveUrl() } : 'channel',
    }),
  }
}

/** Known once the address is published. */
function liveUrl(): string {
  const { HOST = '', PORT } = process.env
  const near = { '0.0.0.0': '127.0.0.1', '::': '::1' }[HOST] ?? HOST
  return `http://${near.includes(':') ? `[${near}]` : near}:${PORT}/health/live`
}

/** Makes a supervised process known, so that the next supervisor finds it should this one be killed; tells whether it is one. */
export async function announceService(name: ServiceName): Promise<boolean> {
  if (!process.env.CARREL_SUPERVISED) return false
  answerSignsOfLife()
  await takeLock(dataFolder(), name)
  return true
}

/** Waits for the web and the worker of a supervisor that was killed, and ends them when they do not end themselves. */
export async function endLeftovers(say: (line: string) => void): Promise<void> {
  for (const name of names) {
    const holder = await askHolder(dataFolder(), name)
    if (!holder) continue
    say(`Waiting for the ${name} of an earlier Carrel, which was killed.`)
    if (await waitUntilFree(dataFolder(), name, leftoverLimitMs)) continue
    if (isOurs(holder.pid, name)) process.kill(holder.pid, 'SIGKILL')
    await waitUntilFree(dataFolder(), name, leftoverLimitMs)
  }
}

/** Any user of the machine may hold a lock and name a process: only one that runs our file is ended. */
function isOurs(pid: number, name: ServiceName): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(fileOf(name))
  } catch {
    return false
  }
}

function fileOf(name: ServiceName): string {
  return join(projectFolder, 'lib', 'launch', `${name}.ts`)
}
