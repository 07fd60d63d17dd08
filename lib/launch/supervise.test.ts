import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pickFreePort } from './ports.ts'
import { supervise, type Service, type Supervised } from './supervise.ts'

const folder = mkdtempSync(join(tmpdir(), 'supervise-'))
const quick = {
  firstPauseMs: 20,
  longestPauseMs: 50,
  forgiveAfterMs: 60_000,
  stopMs: 500,
  life: { everyMs: 50, answerMs: 300, misses: 3 },
}
const staysAlive = `process.send('ready'); console.log(JSON.stringify({ pid: process.pid })); setInterval(() => {}, 1000)`

let running: Supervised[] = []
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()))
  running = []
})

function start(name: string, script: string, life?: Service['life']) {
  const said: string[] = []
  const file = join(folder, `${name}.mjs`)
  const logFile = join(folder, 'logs', `${name}.log`)
  writeFileSync(file, script)
  const service = supervise({ name, file, logFile, life }, (line) => said.push(line), quick)
  running.push(service)
  const pids = () =>
    [...readFileSync(logFile, 'utf8').matchAll(/"pid":(\d+)/g)].map((match) => Number(match[1]))
  return { service, said, logFile, pids }
}

describe('supervise', () => {
  it('starts a process again that was killed, and says so', async () => {
    const { service, said, pids } = start('web', staysAlive)
    await service.ready
    await vi.waitFor(() => expect(pids()).toHaveLength(1))
    process.kill(pids()[0]!, 'SIGKILL')
    await vi.waitFor(() => expect(pids()).toHaveLength(2), 5_000)
    expect(said).toEqual(['The web was killed by SIGKILL; it starts again in 0.02 s.'])
  })

  it.each(['address', 'channel'])(
    'kills a process that hangs, asked by its %s, and starts it again; one that answers lives on',
    async (way) => {
      const port = await pickFreePort()
      const life: Service['life'] =
        way === 'address' ? { url: `http://127.0.0.1:${port}/` } : 'channel'
      // Stopped by a signal, it keeps its connections and its channel, and says nothing on either.
      const { service, said, pids } = start(
        way,
        `import { createServer } from 'node:http'
         const { answerSignsOfLife } = await import(${JSON.stringify(moduleFile('sign-of-life.ts'))})
         answerSignsOfLife()
         createServer((_, response) => response.writeHead(500).end()).listen(${port}, '127.0.0.1', () => { ${staysAlive} })`,
        life,
      )
      await service.ready
      await vi.waitFor(() => expect(pids()).toHaveLength(1))
      await sleep(500)
      expect(said).toEqual([])
      process.kill(pids()[0]!, 'SIGSTOP')
      await vi.waitFor(() => expect(pids()).toHaveLength(2), 10_000)
      expect(said).toEqual([
        `The ${way} does not answer any more; it is ended.`,
        `The ${way} was killed by SIGKILL; it starts again in 0.02 s.`,
      ])
    },
  )

  it('waits longer each time, up to a limit', async () => {
    const dies = `process.send('ready', () => process.exit(3))`
    const { service, said } = start('unlucky', dies)
    await service.ready
    await vi.waitFor(() => expect(said.length).toBeGreaterThanOrEqual(4), 10_000)
    expect(said.slice(0, 4)).toEqual(
      [0.02, 0.04, 0.05, 0.05].map(
        (s) => `The unlucky ended with code 3; it starts again in ${s} s.`,
      ),
    )
  })

  it('gives up on a process that never becomes ready, and says where to look', async () => {
    const { service, logFile } = start('broken', `console.error('no luck'); process.exit(1)`)
    await expect(service.ready).rejects.toThrow(
      `The broken ended with code 1 3 times before it was ready: ${logFile} says why.`,
    )
    expect(readFileSync(logFile, 'utf8')).toContain('no luck')
  })

  it('stops a process in good order, and by force one that does not listen', async () => {
    const polite = start(
      'polite',
      `process.on('SIGTERM', () => { console.log('bye'); process.exit() }); ${staysAlive}`,
    )
    const deaf = start('deaf', `process.on('SIGTERM', () => {}); ${staysAlive}`)
    await Promise.all([polite.service.ready, deaf.service.ready])
    await Promise.all([polite.service.stop(), deaf.service.stop()])
    expect(readFileSync(polite.logFile, 'utf8')).toContain('bye')
    expect(() => process.kill(deaf.pids()[0]!, 0)).toThrow()
    expect([...polite.said, ...deaf.said]).toEqual([])
  })

  it('shows warnings of the log and complaints on the terminal, and keeps the rest to the file', async () => {
    const { service, said, logFile } = start(
      'talker',
      `console.log('{"level":"info","msg":"request"}'); console.log('{"level":"warn","msg":"slow","requestId":"r1"}')
       console.log('started in 5 ms'); console.error('deprecated'); ${staysAlive}`,
    )
    await service.ready
    await vi.waitFor(() =>
      expect(said.toSorted()).toEqual(['talker: deprecated', 'talker: warn: slow (request r1)']),
    )
    expect(readFileSync(logFile, 'utf8')).toContain('started in 5 ms')
  })

  it('leaves nobody behind when the supervising process itself is killed', async () => {
    const child = join(folder, 'orphan.mjs')
    const onStop = moduleFile('on-stop.ts')
    const supervision = moduleFile('supervise.ts')
    writeFileSync(
      child,
      `const { onStop } = await import(${JSON.stringify(onStop)}); onStop(async () => {}); ${staysAlive}`,
    )
    const supervisor = join(folder, 'supervisor.ts')
    const logFile = join(folder, 'logs', 'orphan.log')
    writeFileSync(
      supervisor,
      `const { supervise } = await import(${JSON.stringify(supervision)})
       await supervise({ name: 'orphan', file: ${JSON.stringify(child)}, logFile: ${JSON.stringify(logFile)} }, () => {}).ready
       await new Promise((resolve) => setTimeout(resolve, 200))
       process.send('started')`,
    )
    const parent = fork(supervisor)
    await once(parent, 'message')
    const pid = Number(/"pid":(\d+)/.exec(readFileSync(logFile, 'utf8'))![1])
    parent.kill('SIGKILL')
    await sleep(100)
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 5_000)
  })
})

function moduleFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
