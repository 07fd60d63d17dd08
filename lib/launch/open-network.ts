import { hostname } from 'node:os'
import { join } from 'node:path'
import { secureUrl, type LocalNetwork } from '#lib/web/local-network.ts'
import { keepCertificates } from './keep-certificates.ts'
import { findLocalAddresses, findLocalName } from './local-addresses.ts'
import { findPort } from './ports.ts'
import { dataFolder } from './project.ts'
import { LaunchRefusal } from './run-command.ts'
import type { Address } from './settings.ts'

type Found = { addresses: string[]; hosts: string[] }
export type OpenNetwork = LocalNetwork & { fingerprint: string }

const wantedPort = 3443

/** Where this machine is in its local network; refuses where it is in none, and settings that say something else. */
export function findNetwork({ host }: Address, addresses = findLocalAddresses()): Found {
  if (!/^(127\.|::1$|localhost$)/.test(host) || process.env.PUBLIC_URL) {
    throw new LaunchRefusal(
      'With --lan Carrel finds its addresses itself: leave HOST and PUBLIC_URL unset, or leave out --lan.',
    )
  }
  if (addresses.length === 0) {
    throw new LaunchRefusal(
      'This machine has no address in a local network: connect it to Wi-Fi or by cable, then run this again, or leave out --lan.',
    )
  }
  const name = findLocalName()
  const hosts = [...addresses, ...(name ? [name] : []), 'localhost', '127.0.0.1']
  return { addresses, hosts }
}

/** Makes what the secure side needs and tells this process and its children of it. */
export async function openNetwork(
  found: Found,
  host: string,
  say: (line: string) => void,
): Promise<OpenNetwork> {
  const remedy = 'free one of them, or leave out --lan'
  const securePort = await findPort([host, ...found.addresses], wantedPort, remedy)
  if (securePort !== wantedPort) say(`Port ${wantedPort} is in use: HTTPS takes ${securePort}.`)
  const machine = hostname().split('.')[0]!
  const { serverFile, fingerprint } = keepCertificates(
    join(dataFolder(), 'lan'),
    machine,
    found.hosts,
  )
  const network: LocalNetwork = { ...found, securePort, certificateFile: serverFile }
  process.env.CARREL_LAN = JSON.stringify(network)
  process.env.PUBLIC_URL = secureUrl(found.addresses[0]!, network)
  return { ...network, fingerprint }
}

/** In a child: what the launcher opened. */
export function handedNetwork(): LocalNetwork | undefined {
  const { CARREL_LAN } = process.env
  return CARREL_LAN ? JSON.parse(CARREL_LAN) : undefined
}
