import type { IncomingMessage, ServerResponse } from 'node:http'
import { limitBody } from './body-limit.ts'
import { refuseRequest } from './refuse-request.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Refuses what Next would take for a fault of its own. False when the request is answered. */
export function admitRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const method = request.method ?? ''
  if (!methods.includes(method)) {
    response.setHeader('allow', methods.join(', '))
    refuseRequest(request, response, 'METHOD_NOT_ALLOWED', { method })
    return false
  }
  if (request.headers.host === undefined && request.httpVersion === '1.1') {
    response.writeHead(400, { connection: 'close' }).end()
    return false
  }
  if (isForeignForm(request)) {
    refuseRequest(request, response, 'CROSS_ORIGIN')
    return false
  }
  return limitBody(request, response)
}

/** Whether another site sends to a page of ours, as Next judges it. The routes under `/api` judge for themselves. */
function isForeignForm({ method, url, headers }: IncomingMessage): boolean {
  const { origin } = headers
  if (method !== 'POST' || origin === undefined || url?.startsWith('/api/')) return false
  const forwarded = String(headers['x-forwarded-host'] ?? '')
    .split(',')[0]!
    .trim()
  return !URL.canParse(origin) || new URL(origin).host !== (forwarded || headers.host)
}
