import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as requestPlain, type IncomingHttpHeaders } from 'node:http'
import { request as requestSecure, type RequestOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stopWebServer } from '#lib/web/http-server.ts'
import { readCredentials, type LocalNetwork } from '#lib/web/local-network.ts'
import { networkDoors } from '#lib/web/network-doors.ts'
import { keepCertificates } from './keep-certificates.ts'
import { pickFreePort } from './ports.ts'

// The machine's other address stands for the one in the local network.
const local = '::1'
const hosts = ['desk.local', local, '127.0.0.1', 'localhost']

const folder = mkdtempSync(join(tmpdir(), 'network-'))
let doors: ReturnType<typeof networkDoors>
let port: number
let network: LocalNetwork
let authority: X509Certificate

beforeAll(async () => {
  port = await pickFreePort()
  const { serverFile } = keepCertificates(folder, 'desk <1>', hosts)
  network = {
    addresses: [local],
    hosts,
    securePort: await pickFreePort(),
    certificateFile: serverFile,
  }
  authority = readCredentials(network).authority
  doors = networkDoors(
    async (request, response) => void response.end(`app ${JSON.stringify(request.headers)}`),
    { host: '127.0.0.1', port },
    network,
  )
  for (const door of doors) await once(door.server.listen(door.port, door.host), 'listening')
})

afterAll(async () => {
  await Promise.all(doors.map(({ server }) => stopWebServer(server)))
  rmSync(folder, { recursive: true })
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

function get(options: RequestOptions & { isSecure?: boolean }): Promise<Answer> {
  const { isSecure, ...rest } = options
  return new Promise((resolve, reject) => {
    const call = isSecure
      ? requestSecure({ port: network.securePort, ca: authority.toString(), agent: false, ...rest })
      : requestPlain({ port, agent: false, ...rest })
    call.on('error', reject).on('response', async (answer) => {
      const body = Buffer.concat(await answer.toArray())
      resolve({ status: answer.statusCode!, headers: answer.headers, body })
    })
    call.end()
  })
}

describe('in the local network', () => {
  it.each(['127.0.0.1', local])(
    'HTTPS at %s is the app, for whoever trusts the authority',
    async (host) => {
      const headers = { 'x-forwarded-proto': 'http', 'x-forwarded-for': '10.0.0.1' }
      const { status, body } = await get({ host, isSecure: true, headers })
      expect(status).toBe(200)
      expect(JSON.parse(String(body).slice(4))).toMatchObject({
        'x-forwarded-proto': 'https',
        'x-carrel-client-address': host,
      })
      await expect(get({ host, isSecure: true, ca: [] })).rejects.toThrow('self-signed certificate')
    },
  )

  it.each(['127.0.0.1', local])(
    'plain HTTP at %s explains, and has nothing of the app',
    async (host) => {
      const page = await get({ host })
      expect(page.status).toBe(200)
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; style-src 'sha256-[^']+';/,
        ),
      })
      expect(String(page.body)).toContain(authority.fingerprint256.slice(0, 2))
      for (const path of [
        '/seats',
        '/api/auth/session',
        '/sw.js',
        '//evil.example',
        '/_next/static/x.js',
      ]) {
        const { status, headers, body } = await get({ host, path })
        expect([status, headers.location, String(body)], path).toEqual([307, '/', ''])
      }
    },
  )

  it('only this machine itself may ask plainly how the app is', async () => {
    expect(String((await get({ host: '127.0.0.1', path: '/health/live' })).body)).toMatch(/^app /)
    expect((await get({ host: local, path: '/health/live' })).status).toBe(307)
  })

  it('the certificate is handed out, without its key', async () => {
    const { headers, body } = await get({ host: local, path: '/carrel.crt' })
    expect(headers['content-type']).toBe('application/x-x509-ca-cert')
    expect(new X509Certificate(body).fingerprint256).toBe(authority.fingerprint256)
    expect(body.equals(authority.raw)).toBe(true)
  })
})

describe('the page that explains', () => {
  const page = async (headers: Record<string, string>) =>
    String((await get({ host: local, headers })).body)

  it.each([
    ['en-GB', 'Trust this Carrel once'],
    ['ru,en;q=0.5', 'Один раз доверьтесь этому Carrel'],
    ['pl', 'Zaufaj raz temu Carrelowi'],
  ])('speaks %s', async (language, title) => {
    const html = await page({ 'accept-language': language })
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).toContain(`<html lang="${language.slice(0, 2)}">`)
    // The name of the machine is text, whatever it holds.
    expect(html).toContain('Carrel on desk &#60;1&#62;')
  })

  it.each([
    ['Mozilla/5.0 (Linux; Android 16; Pixel 9)', 'Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)', 'iPhone and iPad'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'Mac'],
  ])('unfolds the steps for %s', async (agent, title) => {
    expect(await page({ 'user-agent': agent })).toContain(`<details open><summary>${title}<`)
  })

  it.each([
    ['DESK.local:3000', 'https://desk.local:'],
    ['[::1]:3000', 'https://[::1]:'],
    ['evil.example"><script>', 'https://desk.local:'],
  ])('leads who came to %s on to the certified host', async (host, expected) => {
    expect(await page({ host })).toContain(`href="${expected}${network.securePort}/"`)
  })
})
