import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** Generous: on a machine that is short of everything a healthy process may be slow to answer, twice running too. */
export const lifePatience = { everyMs: 10_000, answerMs: 10_000, misses: 3 }

/**
 * Asks a process again and again whether it is alive: at its address where it has one, else over its channel. Resolves
 * when it has not answered so many times in a row; never, once it has ended.
 */
export async function untilSilent(
  child: ChildProcess,
  liveUrl: string | undefined,
  { everyMs, answerMs, misses }: typeof lifePatience,
): Promise<void> {
  const { promise: hasEnded, resolve: ended } = Promise.withResolvers<void>()
  child.once('exit', () => ended())
  for (let missed = 0; missed < misses;) {
    await Promise.race([sleep(everyMs, undefined, { ref: false }), hasEnded])
    if (child.exitCode !== null || child.signalCode !== null) return new Promise(() => {})
    const isAlive = await (liveUrl ? answersAt(liveUrl, answerMs) : answersOver(child, answerMs))
    missed = isAlive ? 0 : missed + 1
  }
}

/** Lets this process answer whoever started it. A process that hangs does not come to it. */
export function answerSignsOfLife(): void {
  process.on('message', (message) => {
    if (message === 'alive?' && process.connected) process.send!('alive', () => {})
  })
}

/** Any answer will do: one that says no was given by a process that lives. */
async function answersAt(url: string, answerMs: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerMs) })
    await response.body?.cancel()
    return true
  } catch {
    return false
  }
}

async function answersOver(child: ChildProcess, answerMs: number): Promise<boolean> {
  if (!child.connected) return false
  const { promise: answered, resolve } = Promise.withResolvers<boolean>()
  const listen = (message: unknown) => message === 'alive' && resolve(true)
  child.on('message', listen)
  child.send('alive?', () => {})
  const isAlive = await Promise.race([answered, sleep(answerMs, false, { ref: false })])
  child.off('message', listen)
  return isAlive
}
