import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { askHolder, takeLock, waitUntilFree } from './lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const lockModule = fileURLToPath(new URL('lock.ts', import.meta.url))

/** Another process, which takes the lock and keeps it. */
async function forkHolder(name: string, note: string) {
  const file = join(folder, 'holder.ts')
  writeFileSync(
    file,
    `const { takeLock } = await import(${JSON.stringify(lockModule)})
     const lock = await takeLock(${JSON.stringify(folder)}, ${JSON.stringify(name)})
     lock.setNote(${JSON.stringify(note)})
     process.send('taken')
     setInterval(() => {}, 1000)`,
  )
  const child = fork(file)
  await once(child, 'message')
  return child
}

describe('a lock', () => {
  it('is held by one process, which says who it is and what it wants known', async () => {
    const holder = await forkHolder('one', 'http://localhost:3000')
    expect(await takeLock(folder, 'one')).toBeNull()
    expect(await askHolder(folder, 'one')).toEqual({
      pid: holder.pid,
      note: 'http://localhost:3000',
    })
    holder.kill()
  })

  it('is free as soon as its holder is killed', async () => {
    const holder = await forkHolder('two', '')
    holder.kill('SIGKILL')
    expect(await waitUntilFree(folder, 'two', 5_000)).toBe(true)
    expect(await takeLock(folder, 'two')).not.toBeNull()
  })

  it('goes to one of twenty who want it at once', async () => {
    const locks = await Promise.all(Array.from({ length: 20 }, () => takeLock(folder, 'three')))
    expect(locks.filter(Boolean)).toHaveLength(1)
  })

  it('of another name or folder is another lock', async () => {
    await takeLock(folder, 'four')
    expect(await takeLock(folder, 'five')).not.toBeNull()
    expect(await takeLock(tmpdir(), 'four')).not.toBeNull()
  })
})
