import next from 'next'
import { once } from 'node:events'
import { parseTrustedProxies } from './client-address.ts'
import { createWebServer, stopWebServer, type Handler } from './http-server.ts'
import type { LocalNetwork } from './local-network.ts'
import { networkDoors } from './network-doors.ts'

/**
 * Serves the app on an address of this machine; resolves, when requests are answered, with what ends it again. In a local
 * network the app is behind HTTPS alone.
 */
export async function serveApp(options: {
  dev: boolean
  host: string
  port: number
  network?: LocalNetwork
}): Promise<() => Promise<void>> {
  const { dev, host, port, network } = options
  const app = next({ dev, hostname: host, port })
  const handle: Handler = (request, response) => app.getRequestHandler()(request, response)
  const trusted = parseTrustedProxies(process.env.TRUSTED_PROXY)
  const doors = network
    ? networkDoors(handle, { host, port }, network)
    : [{ host, port, server: createWebServer(handle, trusted) }]
  await app.prepare()
  for (const { host, port, server } of doors) {
    server.listen(port, host)
    await once(server, 'listening')
  }
  return async () => {
    await Promise.all(doors.map(({ server }) => stopWebServer(server)))
    await app.close()
  }
}
