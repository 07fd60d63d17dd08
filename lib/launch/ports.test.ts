import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { findPort, pickFreePort } from './ports.ts'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

function occupy(host: string, port: number): Promise<void> {
  const server = createServer()
  servers.push(server)
  return new Promise((resolve) => server.listen(port, host, resolve))
}

describe('findPort', () => {
  it('gives the wanted port when it is free', async () => {
    const port = await pickFreePort()
    expect(await findPort('127.0.0.1', port)).toBe(port)
  })

  it.each(['127.0.0.1', '0.0.0.0', '::1'])('goes on to the next when %s has it', async (host) => {
    const port = await pickFreePort()
    await occupy(host, port)
    expect(await findPort('127.0.0.1', port)).toBeGreaterThan(port)
  })

  it('gives one that is free on every host', async () => {
    const port = await pickFreePort()
    await occupy('127.0.0.1', port)
    expect(await findPort(['::1', '127.0.0.1'], port)).toBeGreaterThan(port)
  })

  it('says what to set for an address that is not of this machine', async () => {
    await expect(findPort('203.0.113.7', 3000)).rejects.toThrow('no address 203.0.113.7: set HOST')
  })
})
