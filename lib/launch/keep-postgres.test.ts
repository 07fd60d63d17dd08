import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it, vi } from 'vitest'
import { keepPostgres } from './keep-postgres.ts'
import { findServer } from './postgres-server.ts'
import { openPostgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
chmodSync(folder, 0o711)

afterAll(async () => {
  await (await openPostgres(folder)).stop()
  rmSync(folder, { recursive: true })
})

it('starts a server again that was killed, at the same address, and none that we stop', async () => {
  const postgres = await openPostgres(folder)
  const first = findServer(postgres.cluster)!
  const said: string[] = []
  const watched = { cluster: postgres.cluster, address: postgres.url() }
  const endWatch = keepPostgres(folder, watched, (line) => said.push(line))

  process.kill(first.pid, 'SIGKILL')
  await vi.waitFor(
    () => {
      const second = findServer(postgres.cluster)
      expect(second).toMatchObject({ port: first.port, status: 'ready' })
      expect(second?.pid).not.toBe(first.pid)
    },
    { timeout: 15_000, interval: 50 },
  )
  expect(said).toEqual(['PostgreSQL has ended; it starts again.'])

  await endWatch()
  await postgres.stop()
  await sleep(1_500)
  expect(findServer(postgres.cluster)).toBeNull()
})
