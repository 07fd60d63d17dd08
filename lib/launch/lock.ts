import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who holds a lock, and what it wants others to know. */
export type Holder = { pid: number; note: string }

export type Lock = { setNote(note: string): void; release(): Promise<void> }

/**
 * Takes the lock `name` of a folder for as long as this process lives; null when another process has it. The lock is a
 * listening socket, so the kernel frees it whatever way its holder ends, and nothing is left over after SIGKILL.
 */
export async function takeLock(folder: string, name: string): Promise<Lock | null> {
  const address = addressOf(folder, name)
  let note = ''
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end(JSON.stringify({ pid: process.pid, note } satisfies Holder))
  })
  server.unref()
  if (!(await listen(server, address))) {
    if (isAbstract(address) || (await askHolder(folder, name))) return null
    // A socket file whose holder is gone stays behind where there are no abstract sockets.
    rmSync(address, { force: true })
    if (!(await listen(server, address))) return null
  }
  return {
    setNote: (text) => {
      note = text
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The process that holds the lock now; null when none does. */
export function askHolder(folder: string, name: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(addressOf(folder, name))
    socket.setEncoding('utf8').setTimeout(2_000, () => socket.destroy())
    socket.on('data', (text) => (answer += text))
    socket.on('error', () => resolve(null))
    // A holder too busy to answer still holds the lock: pid 0 says that we do not know which it is.
    socket.on('close', () => resolve(answer ? JSON.parse(answer) : { pid: 0, note: '' }))
  })
}

/** Waits until the lock is free; false when it is still held after `milliseconds`. */
export async function waitUntilFree(folder: string, name: string, milliseconds: number) {
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(50)) {
    if (!(await askHolder(folder, name))) return true
  }
  return false
}

function listen(server: ReturnType<typeof createServer>, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(address, () => resolve(true))
  })
}

/** Linux has socket names apart from the file system; elsewhere a file in the temporary folder stands for one. */
function addressOf(folder: string, name: string): string {
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const address = `carrel-${id}-${name}`
  return process.platform === 'linux' ? `\0${address}` : join(tmpdir(), `${address}.sock`)
}

function isAbstract(address: string): boolean {
  return address.startsWith('\0')
}
