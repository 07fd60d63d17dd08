import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { BlockList } from 'node:net'
import type { Duplex } from 'node:stream'
import { requestStoreKey, type RequestFacts } from '#lib/current-request.ts'
import { log } from '#lib/log.ts'
import { settleClientAddress } from './client-address.ts'
import { refuseRequest } from './refuse-request.ts'
import { admitRequest } from './request-guard.ts'
import { emptyPolicy, securityHeaders } from './security-headers.ts'
import { withoutSecrets } from './secret-path.ts'
import { settleAnswer } from './settle-answer.ts'

export type WebServer = Server | SecureServer
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** How long requests that are under way may take to end when the server stops. */
const graceMs = 10_000

// Next loads our modules again in bundles of its own; what both sides must see lives on globalThis.
const shared = globalThis as Record<symbol, unknown>
const requests = ((shared[requestStoreKey] as AsyncLocalStorage<RequestFacts>) ??=
  new AsyncLocalStorage())

/**
 * An HTTP server that settles, before the handler sees a request, who sent it, which id it has and how large it may be. With
 * a key and its certificate, both as PEM in one text, it speaks HTTPS alone.
 */
export function createWebServer(handle: Handler, trusted: BlockList, pem?: string): WebServer {
  const answer: RequestListener = (request, response) => {
    const requestId = randomUUID()
    request.headers['x-carrel-client-address'] = settleClientAddress(request, trusted)
    request.headers['x-request-id'] = requestId
    if (pem) request.headers['x-forwarded-proto'] ??= 'https'
    response.setHeader('x-request-id', requestId)
    response.setHeaders(new Map(Object.entries(securityHeaders(pathOf(request)))))
    const facts: RequestFacts = { requestId }
    settleAnswer(request, response, facts)
    requests.run(facts, () => {
      logWhenDone(request, response)
      if (!admitRequest(request, response)) return
      handle(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'request failed')
        refuseRequest(request, response, 'UNEXPECTED', { requestId })
      })
    })
  }
  // Node would refuse what names no host without our headers.
  const options = { requireHostHeader: false }
  const server = pem
    ? createSecureServer({ ...options, key: pem, cert: pem }, answer)
    : createServer(options, answer)
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000
  // Longer than a proxy keeps its connections: else it may send into one that we are just closing.
  server.keepAliveTimeout = 75_000
  server.on('clientError', refuseMalformed)
  return server
}

/** Takes no new request, ends what streams, and gives the rest a while to finish. */
export async function stopWebServer(server: WebServer): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const closers = shared[Symbol.for('carrel.closers')] as Set<() => unknown> | undefined
  await Promise.allSettled([...(closers ?? [])].map(async (close) => close()))
  // A connection that falls idle only now would otherwise be kept for the next request, which will not come.
  const tidy = setInterval(() => server.closeIdleConnections(), 20)
  const force = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(tidy)
  clearTimeout(force)
}

function logWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now()
  const { method } = request
  const path = withoutSecrets(pathOf(request))
  // Files that never change say nothing about what people do.
  const level = path.startsWith('/_next/static/') ? 'debug' : 'info'
  const write = () => {
    const ms = Math.round(performance.now() - startedAt)
    const cut = response.writableFinished ? undefined : true
    log[level]({ method, path, status: response.statusCode, ms, cut }, 'request')
  }
  // The connection closes outside of the request, and its line belongs to the request.
  response.once('close', AsyncLocalStorage.bind(write))
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0]!
}

const statusByCode: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** What is no HTTP never becomes a request: it is answered on the bare connection. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status = statusByCode[error.code ?? ''] ?? 400
  const headers = {
    ...securityHeaders('/'),
    'content-security-policy': emptyPolicy,
    connection: 'close',
    'content-length': '0',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'))
}
