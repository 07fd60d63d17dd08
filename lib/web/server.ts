import next from 'next'
import { once } from 'node:events'
import { parseTrustedProxies } from './client-address.ts'
import { createWebServer, stopWebServer } from './http-server.ts'

/** Serves the app on an address of this machine; resolves, when requests are answered, with what ends it again. */
export async function serveApp(options: {
  dev: boolean
  host: string
  port: number
}): Promise<() => Promise<void>> {
  const app = next({ dev: options.dev, hostname: options.host, port: options.port })
  const server = createWebServer(
    (request, response) => app.getRequestHandler()(request, response),
    parseTrustedProxies(process.env.TRUSTED_PROXY),
  )
  await app.prepare()
  server.listen(options.port, options.host)
  await once(server, 'listening')
  return async () => {
    await stopWebServer(server)
    await app.close()
  }
}
