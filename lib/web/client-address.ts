import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

const hopHeaders = ['forwarded', 'x-real-ip']
const hopPrefixes = ['x-forwarded-', 'x-carrel-']

/** The proxies in front of us, from TRUSTED_PROXY: addresses and networks, separated by commas. */
export function parseTrustedProxies(setting = ''): BlockList {
  const list = new BlockList()
  for (const entry of setting.split(',').map((part) => part.trim())) {
    if (!entry) continue
    const [address = '', bits] = entry.split('/')
    const version = isIP(address)
    const size = Number(bits ?? (version === 6 ? 128 : 32))
    if (!version || !Number.isInteger(size) || size < 0 || size > (version === 6 ? 128 : 32)) {
      throw new Error(
        `TRUSTED_PROXY holds ${entry}, which is neither an address nor a network: correct it or leave it out.`,
      )
    }
    list.addSubnet(address, size, version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/**
 * Takes out of a request what only a proxy of ours may say about where it came from, and tells the address of the client.
 * Each proxy adds whom it saw at the end, so the client is the last one that is not ours: what stands before it, a client
 * may have made up.
 */
export function settleClientAddress(request: IncomingMessage, trusted: BlockList): string {
  const peer = plainAddress(request.socket.remoteAddress ?? '')
  const chain = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const isFromProxy = isTrusted(peer, trusted)
  for (const name of Object.keys(request.headers)) {
    const isHop = hopHeaders.includes(name) || hopPrefixes.some((prefix) => name.startsWith(prefix))
    if (isHop && (!isFromProxy || name.startsWith('x-carrel-'))) delete request.headers[name]
  }
  let client = peer
  while (isTrusted(client, trusted)) {
    const before = plainAddress(chain.pop()?.trim() ?? '')
    if (!isIP(before)) break
    client = before
  }
  if (isFromProxy) request.headers['x-forwarded-for'] = client
  return client
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address)
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** A socket that listens for both versions shows IPv4 inside IPv6. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
