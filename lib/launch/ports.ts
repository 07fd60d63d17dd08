import { createServer } from 'node:net'
import { LaunchRefusal } from './run-command.ts'

/** How many ports are tried from the wanted one upwards. */
const attempts = 50

/** The wanted port, or the next one after it that is free on every host. */
export async function findPort(
  hosts: string | string[],
  wanted: number,
  remedy = 'set PORT to a free one',
): Promise<number> {
  for (let port = wanted; port < wanted + attempts && port <= 65_535; port++) {
    if (await areFree([hosts].flat(), port)) return port
  }
  throw new LaunchRefusal(
    `The ports from ${wanted} to ${wanted + attempts - 1} are all in use: ${remedy}.`,
  )
}

async function areFree(hosts: string[], port: number): Promise<boolean> {
  for (const host of hosts) if (!(await isPortFree(host, port))) return false
  return true
}

export async function isPortFree(host: string, port: number): Promise<boolean> {
  if (!(await canListen(host, port))) return false
  // A browser asks ::1 first when it is sent to "localhost": whoever listens there would be taken for Carrel.
  return host !== '127.0.0.1' || (await canListen('::1', port))
}

/** A port that the system picks among the free ones. */
export function pickFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else if (host === '::1') resolve(true)
      else reject(explainListening(error, host, port))
    })
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

export function explainListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new LaunchRefusal(`Port ${port} of ${host} is in use: set PORT to a free one.`)
    case 'EACCES':
      return new LaunchRefusal(`This user may not open port ${port}: set PORT to 1024 or above.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new LaunchRefusal(
        `This machine has no address ${host}: set HOST to one of its own, or to 127.0.0.1.`,
      )
    default:
      return error
  }
}
