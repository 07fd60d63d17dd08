import { parseTrustedProxies } from './client-address.ts'
import { createWebServer, type Handler, type WebServer } from './http-server.ts'
import { readCredentials, type LocalNetwork } from './local-network.ts'
import { answerWithTrust } from './trust-page.ts'

type Door = { host: string; port: number; server: WebServer }

/**
 * What is listened to in a local network: the app behind HTTPS, and on plain HTTP the page that explains it. No proxy stands
 * before these doors, so none is believed. This machine's own plain door explains too: sessions, whose cookies are for HTTPS,
 * would be lost there.
 */
export function networkDoors(
  handle: Handler,
  { host, port }: { host: string; port: number },
  network: LocalNetwork,
): Door[] {
  const credentials = readCredentials(network)
  const explain = answerWithTrust(network, credentials)
  const nobody = parseTrustedProxies()
  const secure = () => createWebServer(handle, nobody, credentials.pem)
  const inside: Handler = (request, response) =>
    /^\/health([/?]|$)/.test(request.url ?? '')
      ? handle(request, response)
      : explain(request, response)
  const { addresses, securePort } = network
  return [
    { host, port, server: createWebServer(inside, nobody) },
    { host, port: securePort, server: secure() },
    ...addresses.flatMap((address) => [
      { host: address, port, server: createWebServer(explain, nobody) },
      { host: address, port: securePort, server: secure() },
    ]),
  ]
}
