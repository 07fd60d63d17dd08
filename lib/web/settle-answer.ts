import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestFacts } from '#lib/current-request.ts'
import { refuseRequest } from './refuse-request.ts'
import { emptyPolicy } from './security-headers.ts'

/** How long a sender should wait for a database that is away, in seconds: it starts again in less. */
const retryAfter = '10'

const headersOfBody = ['content-encoding', 'content-length', 'etag']

/**
 * Sets an answer right at the last moment before it leaves, where Next knows one status for all that fails: a database out
 * of reach is no fault of the app, and an action's body that cannot be read is the sender's.
 */
export function settleAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  facts: RequestFacts,
): void {
  const { writeHead, write, end } = response
  let isReplaced = false

  const settled = {
    writeHead(status: number, ...rest: unknown[]) {
      response.statusCode = status
      if (replaceUnread()) return response
      const isAway = facts.isUnavailable && (status < 300 || status >= 400)
      if (isAway) response.setHeader('retry-after', retryAfter)
      // What was not modified keeps the policy that it came with.
      const isBare = status >= 300 && status !== 304
      if (isBare && !response.hasHeader('content-security-policy')) {
        response.setHeader('content-security-policy', emptyPolicy)
      }
      return Reflect.apply(writeHead, response, [isAway ? 503 : status, ...rest])
    },
    write: (...part: unknown[]) => replaceUnread() || Reflect.apply(write, response, part),
    end: (...part: unknown[]) => (replaceUnread() ? response : Reflect.apply(end, response, part)),
  }
  Object.assign(response, settled)

  /** What Next says in place of the answer that went out is swallowed. */
  function replaceUnread(): boolean {
    if (isReplaced) return true
    if (response.headersSent || ![400, 500].includes(response.statusCode)) return false
    if (!isUnreadAction(request, facts)) return false
    for (const name of headersOfBody) response.removeHeader(name)
    Object.assign(response, { writeHead, write, end })
    refuseRequest(request, response, 'BODY_MALFORMED')
    isReplaced = true
    Object.assign(response, settled)
    return true
  }
}

/** An action that Next refused, in English, or that failed before any code of ours ran: its arguments could not be read. */
function isUnreadAction({ method, url, headers }: IncomingMessage, facts: RequestFacts): boolean {
  if (method !== 'POST' || url?.startsWith('/api/')) return false
  if (facts.hasActed || facts.isUnavailable) return false
  const type = headers['content-type'] ?? ''
  return headers['next-action'] !== undefined || type.startsWith('multipart/form-data')
}
