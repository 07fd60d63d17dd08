import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepCertificates } from './keep-certificates.ts'
import { certificatesIn, dayMs, makeLeaf } from './make-certificate.ts'

const root = mkdtempSync(join(tmpdir(), 'certificates-'))
afterAll(() => rmSync(root, { recursive: true }))

const hosts = ['192.168.1.5', 'fd00::5', 'desk.local', 'localhost', '127.0.0.1']

function keep(folder: string, names = hosts, now?: Date) {
  const { serverFile, fingerprint } = keepCertificates(join(root, folder), 'desk', names, now)
  const pem = readFileSync(serverFile, 'utf8')
  const [leaf, authority] = certificatesIn(pem).map((text) => new X509Certificate(text))
  return { pem, leaf: leaf!, authority: authority!, fingerprint }
}

describe('the certificates for the local network', () => {
  it('are an authority that may do little and a certificate for the names and addresses', () => {
    const { leaf, authority, fingerprint } = keep('made')
    expect(authority).toMatchObject({
      ca: true,
      subject: 'CN=Carrel on desk',
      fingerprint256: fingerprint,
    })
    expect(authority.checkIssued(authority) && authority.verify(authority.publicKey)).toBe(true)
    expect(authority.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    expect(leaf.ca).toBe(false)
    expect(leaf.checkIssued(authority) && leaf.verify(authority.publicKey)).toBe(true)
    expect(leaf.subjectAltName).toBe(
      'IP Address:192.168.1.5, IP Address:FD00:0:0:0:0:0:0:5, DNS:desk.local, DNS:localhost, IP Address:127.0.0.1',
    )
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  it('are valid now, for a clock that is a little behind, and no longer than browsers take', () => {
    const { leaf, authority } = keep('valid')
    for (const { validFromDate } of [leaf, authority])
      expect(Date.now() - validFromDate.getTime()).toBeGreaterThan(dayMs / 2)
    expect(leaf.validToDate.getTime() - leaf.validFromDate.getTime()).toBeLessThan(397 * dayMs)
    expect(authority.validToDate.getTime() - Date.now()).toBeGreaterThan(9 * 365 * dayMs)
    expect(leaf.validToDate.getTime()).toBeLessThan(authority.validToDate.getTime())
  })

  it('keep their keys from other users', () => {
    keep('private')
    for (const file of ['authority.pem', 'server.pem'])
      expect(statSync(join(root, 'private', file)).mode & 0o777).toBe(0o600)
    expect(keep('private').pem.match(/PRIVATE KEY/g)).toHaveLength(2)
  })

  it('stay as they are from start to start', () => {
    expect(keep('kept').pem).toBe(keep('kept').pem)
  })

  it.each<[string, string[], number]>([
    ['when an address is new', [...hosts, '10.0.0.7'], 0],
    ['before it ends', hosts, 320],
  ])('are made anew %s, under the same authority', (name, names, days) => {
    const before = keep(name)
    const after = keep(name, names, new Date(Date.now() + days * dayMs))
    expect(after.leaf.fingerprint256).not.toBe(before.leaf.fingerprint256)
    expect(after.fingerprint).toBe(before.fingerprint)
    expect(after.leaf.checkIP(names.at(-1)!)).toBe(names.at(-1))
  })

  it('get a new authority before the old one ends', () => {
    const before = keep('ages')
    const after = keep('ages', hosts, new Date(Date.now() + 3300 * dayMs))
    expect(after.fingerprint).not.toBe(before.fingerprint)
    expect(after.leaf.verify(after.authority.publicKey)).toBe(true)
  })

  it('are not replaced in silence when the authority is damaged: phones trust it', () => {
    keep('damaged')
    const file = join(root, 'damaged', 'authority.pem')
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -200))
    expect(() => keep('damaged')).toThrow(`${file} is damaged: restore it, or move it away`)
  })

  it('are made anew when only the server file is damaged', () => {
    const { fingerprint } = keep('half')
    writeFileSync(join(root, 'half', 'server.pem'), 'nothing')
    expect(keep('half').fingerprint).toBe(fingerprint)
  })
})

describe('who trusts the authority', () => {
  it('reaches the machine, and nobody is believed who poses as a site of the internet', async () => {
    const { pem, authority } = keep('trusted')
    expect(await connect(pem, authority, 'localhost')).toBe('reached')
    expect(await connect(pem, authority, 'other.local')).toContain('does not match')

    const key = readFileSync(join(root, 'trusted', 'authority.pem'), 'utf8')
    const forged = makeLeaf(key, 'Carrel', ['example.org', 'localhost'], new Date())
    expect(await connect(forged, authority, 'localhost')).toBe('permitted subtree violation')
  })
})

/** What a client says that trusts this authority alone. */
async function connect(
  pem: string,
  authority: X509Certificate,
  servername: string,
): Promise<string> {
  const server = createServer({ key: pem, cert: pem }, (_, response) => response.end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const outcome = await new Promise<string>((resolve) => {
    request({
      host: '127.0.0.1',
      port,
      ca: authority.toString(),
      headers: { host: servername },
      servername,
    })
      .on('response', () => resolve('reached'))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.message))
      .end()
  })
  server.closeAllConnections()
  server.close()
  return outcome
}
