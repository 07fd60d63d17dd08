import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { findLocalAddresses, findLocalName } from './local-addresses.ts'

function at(...addresses: string[]): NetworkInterfaceInfo[] {
  return addresses.map(
    (address) => ({ address, internal: /^(127\.|::1)/.test(address) }) as NetworkInterfaceInfo,
  )
}

describe('the addresses of a machine in its local network', () => {
  it('are the private ones, those that phones may reach first', () => {
    const addresses = findLocalAddresses({
      lo: at('127.0.0.1', '::1'),
      docker0: at('172.17.0.1'),
      eth0: at('169.254.3.4', 'fd12::7', '192.168.1.5'),
      wlan0: at('10.1.2.3'),
    })
    expect(addresses).toEqual(['192.168.1.5', '10.1.2.3', 'fd12::7', '169.254.3.4', '172.17.0.1'])
  })

  it.each(['203.0.113.9', '172.32.0.1', '192.169.0.1', '2001:db8::1', 'fe80::1'])(
    'are not %s',
    (address) => expect(findLocalAddresses({ eth0: at(address) })).toEqual([]),
  )
})

it.each([
  ['Desk-3', 'desk-3.local'],
  ['desk.example.org', 'desk.local'],
  ['localhost', undefined],
  ['стол', undefined],
])('the name of %s around it is %s', (name, expected) => {
  expect(findLocalName(name)).toBe(expected)
})
