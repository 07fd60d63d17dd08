import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { currentRequest } from '#lib/current-request.ts'
import { currentRequestId } from '#lib/log.ts'
import { bodyLimitKb } from './body-limit.ts'
import { parseTrustedProxies } from './client-address.ts'
import { createWebServer, stopWebServer } from './http-server.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

let server: Server | undefined
afterEach(() => server && stopWebServer(server))

async function serve(handle: Handler, trusted = ''): Promise<string> {
  server = createWebServer(handle, parseTrustedProxies(trusted))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const echoHeaders: Handler = async (request, response) => {
  response.end(JSON.stringify(request.headers))
}

const countBody: Handler = async (request, response) => {
  let length = 0
  for await (const chunk of request) length += chunk.length
  response.end(String(length))
}

describe('the headers that a request arrives with', () => {
  const forged = {
    'X-Forwarded-For': '198.51.100.1, 203.0.113.9',
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'for=198.51.100.1',
    'X-Real-IP': '198.51.100.1',
    'X-Carrel-Client-Address': '198.51.100.1',
    'X-Carrel-Anything': 'x',
    'X-Request-Id': 'forged',
  }

  it('say nothing of where it came from but what the socket shows', async () => {
    const seen = await fetch(await serve(echoHeaders), { headers: forged }).then((r) => r.json())
    const told = Object.keys(seen).filter((name) => /^(x-|forwarded)/.test(name))
    expect(told.toSorted()).toEqual(['x-carrel-client-address', 'x-request-id'])
    expect(seen['x-carrel-client-address']).toBe('127.0.0.1')
    expect(seen['x-request-id']).not.toBe('forged')
  })

  it('are believed from a proxy of ours, as far as it saw for itself', async () => {
    const url = await serve(echoHeaders, '127.0.0.0/8, ::1')
    const seen = await fetch(url, { headers: forged }).then((r) => r.json())
    expect(seen).toMatchObject({
      'x-carrel-client-address': '203.0.113.9',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-proto': 'https',
    })
    expect(seen).not.toHaveProperty('x-carrel-anything')
  })

  it('skip a chain of our own proxies', async () => {
    const url = await serve(echoHeaders, '127.0.0.1,10.0.0.0/8')
    const headers = { 'X-Forwarded-For': '1.2.3.4, 203.0.113.9, 10.1.2.3' }
    const seen = await fetch(url, { headers }).then((r) => r.json())
    expect(seen['x-carrel-client-address']).toBe('203.0.113.9')
  })

  it.each(['127.0.0.1/33', 'proxy.example', '::1/129'])('%s is no proxy', (setting) => {
    expect(() => parseTrustedProxies(setting)).toThrow(`TRUSTED_PROXY holds ${setting}`)
  })
})

describe('a request', () => {
  it('has an id of its own, in the answer, the headers and whatever runs for it', async () => {
    const url = await serve(async (request, response) => {
      await sleep(5)
      response.end(JSON.stringify([request.headers['x-request-id'], currentRequestId()]))
    })
    const answers = await Promise.all([fetch(url), fetch(url)])
    for (const answer of answers) {
      const id = answer.headers.get('x-request-id')
      expect(await answer.json()).toEqual([id, id])
    }
    expect(new Set(answers.map((answer) => answer.headers.get('x-request-id'))).size).toBe(2)
  })

  it('that fails is answered without a word of why', async () => {
    const url = await serve(async () => {
      throw new Error('password of the database')
    })
    const answer = await fetch(`${url}/api/v1/things`)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({
      code: 'UNEXPECTED',
      message: expect.not.stringContaining('password'),
    })
  })

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['HTTP without a host', 'GET / HTTP/1.1\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and parts',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}`, 431],
  ])('of %s is refused', async (_, bytes, status) => {
    const answer = await sendRaw(await serve(countBody), bytes)
    expect(answer).toMatch(`HTTP/1.1 ${status} `)
    expect(answer).toContain('x-content-type-options: nosniff')
    expect(answer).toContain("frame-ancestors 'none'")
  })

  it.each(['TRACE', 'PROPFIND'])(
    'to %s something is refused with what may be asked',
    async (method) => {
      const head = `${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`
      const answer = await sendRaw(await serve(countBody), head)
      expect(answer).toMatch(/^HTTP\/1\.1 405 /)
      expect(answer).toContain('allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS')
      expect(answer).toContain(`This address takes no ${method} requests.`)
    },
  )

  it.each(['https://evil.example', 'null', 'nonsense'])(
    'that a page of %s posts to one of ours does not reach the app',
    async (origin) => {
      let isHandled = false
      const url = await serve(async (_, response) => {
        isHandled = true
        response.end()
      })
      const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers: { origin } })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('came from another site')
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(isHandled).toBe(false)
      const own = await fetch(`${url}/sign-in`, { method: 'POST', headers: { origin: url } })
      expect(own.status).toBe(200)
    },
  )
})

describe('an answer', () => {
  const isAway: Handler = async (request, response) => {
    currentRequest()!.isUnavailable = true
    response.statusCode = request.url === '/moved' ? 307 : 500
    response.write('a page ')
    response.end('that helps')
  }

  it('for which the database was away says so by its status, whatever was made of it', async () => {
    const url = await serve(isAway)
    const answer = await fetch(url)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await answer.text()).toBe('a page that helps')
    expect((await fetch(`${url}/moved`, { redirect: 'manual' })).status).toBe(307)
  })

  it.each(['write', 'end', 'writeHead'])(
    'to an action that could not be read is a sentence in place of what the app began by %s',
    async (way) => {
      const url = await serve(async (request, response) => {
        if (request.url === '/acted') currentRequest()!.hasActed = true
        response.setHeader('content-encoding', 'gzip')
        if (way === 'writeHead') response.writeHead(500)
        else response.statusCode = 500
        if (way === 'write') response.write('a fault')
        response.end('a fault')
      })
      const post = { method: 'POST', headers: { 'next-action': 'x' } }
      const answer = await fetch(url, post)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toBe(
        'What was sent is not in the form that this page sends. Reload the page and try again.',
      )
      // A fault of ours stays one.
      expect((await fetch(`${url}/acted`, { ...post, method: 'HEAD' })).status).toBe(500)
      expect((await fetch(`${url}/acted`, post)).status).toBe(500)
    },
  )
})

describe('a body', () => {
  const allowed = bodyLimitKb * 1024

  it('up to the limit passes, whole or in parts', async () => {
    const url = await serve(countBody)
    const body = Buffer.alloc(allowed)
    const whole = await fetch(url, { method: 'POST', body })
    const inParts = await fetch(url, {
      method: 'POST',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect([await whole.text(), await inParts.text()]).toEqual([String(allowed), String(allowed)])
  })

  it('that says it is larger is refused in the language of its sender, before anybody reads it', async () => {
    let isHandled = false
    const url = await serve(async () => void (isHandled = true))
    const answer = await fetch(url, {
      method: 'POST',
      body: Buffer.alloc(allowed + 1),
      headers: { 'Accept-Language': 'pl' },
    })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toBe(
      'Wysłano więcej niż 1024\u00a0kB. Wysyłaj mniejszymi porcjami.',
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(isHandled).toBe(false)
  })

  it('that turns out larger is cut off at the limit', async () => {
    let received = 0
    const url = await serve(async (request, response) => {
      for await (const chunk of request) received += chunk.length
      response.end('never')
    })
    const part = 'x'.repeat(64 * 1024)
    const parts = Array.from({ length: 40 }, () => `${part.length.toString(16)}\r\n${part}\r\n`)
    const head = 'POST /api/v1/scans HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    const answer = await sendRaw(url, `${head}${parts.join('')}0\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('"code":"BODY_TOO_LARGE"')
    expect(received).toBeLessThanOrEqual(allowed)
  })
})

describe('stopping', () => {
  it('lets requests finish, ends what streams, and takes no new one', async () => {
    const closers = ((globalThis as Record<symbol, unknown>)[Symbol.for('carrel.closers')] ??=
      new Set()) as Set<() => void>
    const url = await serve(async (request, response) => {
      if (request.url === '/slow') {
        await sleep(300)
        response.end('done')
      } else {
        response.write('first')
        closers.add(() => response.end('last'))
      }
    })
    const slow = fetch(`${url}/slow`).then((r) => r.text())
    const stream = await fetch(`${url}/stream`)
    await sleep(50)
    const startedAt = Date.now()
    await stopWebServer(server!)
    expect(Date.now() - startedAt).toBeLessThan(2_000)
    expect([await slow, await stream.text()]).toEqual(['done', 'firstlast'])
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    server = undefined
  })
})

/** Sends bytes as they are and gives back whatever comes until the server hangs up. */
async function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket
    .setEncoding('utf8')
    .on('data', (text) => (answer += text))
    .on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}
