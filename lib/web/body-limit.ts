import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuseRequest } from './refuse-request.ts'

/** Ample for every form and every batch of scans. */
export const bodyLimitKb = 1024

/** Refuses a body that is too large: at once when it says so, else as soon as more has come. False when refused at once. */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimitKb * 1024) {
    refuseRequest(request, response, 'BODY_TOO_LARGE', { limit: bodyLimitKb })
    return false
  }
  // Without a length the parts are counted where the parser hands them over, before anybody reads them.
  let received = 0
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0
    if (received <= bodyLimitKb * 1024) return push(chunk, encoding)
    refuseRequest(request, response, 'BODY_TOO_LARGE', { limit: bodyLimitKb })
    return false
  }
  return true
}
