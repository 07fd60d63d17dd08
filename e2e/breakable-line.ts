import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/**
 * A way to the app that can be cut, for a network that is away: nothing answers then, neither to pages nor to service workers.
 * (Playwright's own offline mode does not reach service workers.)
 */
export async function openLine(appUrl: string) {
  const port = Number(new URL(appUrl).port)
  const sockets = new Set<Socket>()
  let server = await listen(0)
  const ownPort = (server.address() as AddressInfo).port

  function listen(on: number): Promise<Server> {
    const listening = createServer((near) => {
      const far = connect(port, '127.0.0.1')
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => sockets.delete(socket))
      }
      near.pipe(far).pipe(near)
    })
    return new Promise((resolve, reject) => {
      listening.once('error', reject)
      listening.listen(on, '127.0.0.1', () => resolve(listening))
    })
  }

  async function cut(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  return {
    url: `http://localhost:${ownPort}`,
    cut,
    mend: async () => {
      server = await listen(ownPort)
    },
  }
}
