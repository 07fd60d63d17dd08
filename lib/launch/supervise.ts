import { fork, type ChildProcess } from 'node:child_process'
import { forTerminal, openLogFile, splitLines } from './child-log.ts'
import { LaunchRefusal } from './run-command.ts'
import { lifePatience, untilSilent } from './sign-of-life.ts'

export type Service = {
  name: string
  file: string
  logFile: string
  env?: Record<string, string>
  /** What is asked of it when it is ready: where it answers, or `channel` for the one to its parent. */
  life?: { url: string } | 'channel'
}

export type Supervised = {
  /** Resolves at the first "ready" of the process; rejects when it dies three times before that. */
  ready: Promise<void>
  stop(): Promise<void>
  kill(): void
}

/** A dead process starts again after a pause that doubles; one that lived long enough is forgiven. */
export const patience = {
  firstPauseMs: 500,
  longestPauseMs: 30_000,
  forgiveAfterMs: 60_000,
  stopMs: 15_000,
  life: lifePatience,
}

const deathsBeforeReady = 3

/**
 * Keeps a process alive until it is stopped: one that has died starts again, one that hangs is killed first. It runs in a session of its own, so that Ctrl-C in the terminal reaches it
 * through us alone, and has a channel that closes when we are gone: then it must end by itself.
 */
export function supervise(
  service: Service,
  say: (line: string) => void,
  { firstPauseMs, longestPauseMs, forgiveAfterMs, stopMs, life } = patience,
): Supervised {
  const writeLog = openLogFile(service.logFile)
  const { promise: ready, resolve: isReady, reject: gaveUp } = Promise.withResolvers<void>()
  let child: ChildProcess
  let state: 'starting' | 'ready' | 'stopping' = 'starting'
  let deaths = 0
  let pause: NodeJS.Timeout | undefined

  const start = () => {
    const startedAt = Date.now()
    child = startProcess(service, writeLog, say)
    child.on('message', (message) => {
      if (message !== 'ready') return
      void endWhenSilent(child)
      if (state !== 'starting') return
      state = 'ready'
      isReady()
    })
    child.once('exit', (code, signal) => {
      if (state === 'stopping') return
      deaths = Date.now() - startedAt > forgiveAfterMs ? 1 : deaths + 1
      const how = signal ? `was killed by ${signal}` : `ended with code ${code}`
      if (state === 'starting' && deaths >= deathsBeforeReady)
        return gaveUp(neverReady(service, how))
      const wait = Math.min(firstPauseMs * 2 ** (deaths - 1), longestPauseMs)
      say(`The ${service.name} ${how}; it starts again in ${wait / 1000} s.`)
      pause = setTimeout(start, wait)
    })
  }
  const endWhenSilent = async (watched: ChildProcess) => {
    if (!service.life) return
    await untilSilent(watched, service.life === 'channel' ? undefined : service.life.url, life)
    // While it stops, its requests have their time, and then `stop` uses force.
    if (state === 'stopping') return
    say(`The ${service.name} does not answer any more; it is ended.`)
    watched.kill('SIGKILL')
  }
  start()

  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    state = 'stopping'
    clearTimeout(pause)
    if (child.exitCode !== null || child.signalCode !== null) return
    // Not at the exit yet: its last words are still on their way to the log.
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    const force = setTimeout(() => child.kill('SIGKILL'), stopMs)
    await ended
    clearTimeout(force)
  }
  return { ready, stop: () => end('SIGTERM'), kill: () => void end('SIGKILL') }
}

function startProcess(
  { name, file, env }: Service,
  writeLog: (text: string) => void,
  say: (line: string) => void,
): ChildProcess {
  const child = fork(file, {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.on('error', (error) => say(`${name}: ${error.message}`))
  for (const stream of [child.stdout!, child.stderr!]) {
    const showLines = splitLines((line) => {
      const shown = forTerminal(line, stream === child.stderr)
      if (shown) say(`${name}: ${shown}`)
    })
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      writeLog(chunk)
      showLines(chunk)
    })
  }
  return child
}

function neverReady({ name, logFile }: Service, how: string): LaunchRefusal {
  return new LaunchRefusal(
    `The ${name} ${how} ${deathsBeforeReady} times before it was ready: ${logFile} says why.`,
  )
}
