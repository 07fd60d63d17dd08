import { afterEach, expect, it, vi } from 'vitest'
import { findNetwork } from './open-network.ts'

afterEach(() => vi.unstubAllEnvs())

const loopback = { host: '127.0.0.1', port: 3000, isPortChosen: false }

it('names every address, and this machine itself', () => {
  const { addresses, hosts } = findNetwork(loopback, ['192.168.1.5', 'fd00::5'])
  expect(addresses).toEqual(['192.168.1.5', 'fd00::5'])
  expect(hosts.slice(0, 2)).toEqual(addresses)
  expect(hosts.slice(-2)).toEqual(['localhost', '127.0.0.1'])
})

it('says what to do where there is no network', () => {
  expect(() => findNetwork(loopback, [])).toThrow('no address in a local network: connect it')
})

it('refuses settings that say where Carrel is', () => {
  expect(() => findNetwork({ ...loopback, host: '0.0.0.0' }, ['10.0.0.1'])).toThrow('leave HOST')
  vi.stubEnv('PUBLIC_URL', 'https://carrel.example.org')
  expect(() => findNetwork(loopback, ['10.0.0.1'])).toThrow('leave HOST and PUBLIC_URL unset')
})
