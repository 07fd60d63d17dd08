import { BlockList, isIPv6 } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** What is behind these cannot be reached from the internet: the addresses of homes, offices and phones that share theirs. */
export const privateNetworks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  'fc00::/7',
]

/** Bridges and tunnels of programs, where no phone is. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|tailscale|zt)/

/**
 * The addresses under which a phone in the same network may find this machine, the likeliest first. A public address is none
 * of them: what listens there is open to everybody.
 */
export function findLocalAddresses(interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) => addresses.map((found) => ({ name, ...found })))
    .filter(({ internal, address }) => !internal && isPrivate(address))
    .sort((a, b) => unlikeliness(a) - unlikeliness(b))
    .map(({ address }) => address)
}

/** What this machine is called among the machines around it; undefined where its name is no name of a host. */
export function findLocalName(name = hostname()): string | undefined {
  const label = name.split('.')[0]!.toLowerCase()
  const isHost = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && label !== 'localhost'
  return isHost ? `${label}.local` : undefined
}

function isPrivate(address: string): boolean {
  return privateList.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const privateList = new BlockList()
for (const network of privateNetworks) {
  const [address = '', bits] = network.split('/')
  privateList.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
}

function unlikeliness({ name, address }: { name: string; address: string }): number {
  return (
    Number(virtual.test(name)) * 4 +
    Number(address.startsWith('169.')) * 2 +
    Number(isIPv6(address))
  )
}
