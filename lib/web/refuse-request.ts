import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError, httpStatusOf, type ErrorCode, type ErrorDetails } from '#lib/errors.ts'
import { textOfError } from '#lib/i18n/error-text.ts'
import { negotiateLocale } from '#lib/i18n/locales.ts'

/** A larger body than this is not even read to its end so that its sender sees the answer. */
const drainLimitBytes = 16 * 1024 * 1024

/** Answers in the app's place, and in its words. */
export function refuseRequest(
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
