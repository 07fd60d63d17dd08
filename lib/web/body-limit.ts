import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError, httpStatusOf, type ErrorCode, type ErrorDetails } from '#lib/errors.ts'
import { textOfError } from '#lib/i18n/error-text.ts'
import { negotiateLocale } from '#lib/i18n/locales.ts'

/** Ample for every form and every batch of scans. */
export const bodyLimitKb = 1024
/** A larger body than this is not even read to its end so that its sender sees the answer. */
const drainLimitBytes = 16 * 1024 * 1024

/** Refuses a body that is too large: at once when it says so, else as soon as more has come. False when refused at once. */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimitKb * 1024) {
    refuse(request, response, 'BODY_TOO_LARGE', { limit: bodyLimitKb })
    return false
  }
  // Without a length the parts are counted where the parser hands them over, before anybody reads them.
  let received = 0
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0
    if (received <= bodyLimitKb * 1024) return push(chunk, encoding)
    refuse(request, response, 'BODY_TOO_LARGE', { limit: bodyLimitKb })
    return false
  }
  return true
}

/** Answers in the app's place, and in its words. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  code: ErrorCode,
  details?: ErrorDetails,
): void {
  if (response.headersSent) return void response.destroy()
  const locale = negotiateLocale(request.headers['accept-language'])
  const message = textOfError(new DomainError(code, details), locale)
  const isApi = request.url?.startsWith('/api/')
  response.writeHead(httpStatusOf(code), {
    'content-type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(!isWorthDraining(request) && { connection: 'close' }),
  })
  response.end(isApi ? JSON.stringify({ code, message }) : message)
}

/** A browser that is cut off while it sends shows its own error page and not our sentence. */
function isWorthDraining(request: IncomingMessage): boolean {
  return (
    Number(request.headers['content-length'] ?? Infinity) <= drainLimitBytes || request.complete
  )
}
