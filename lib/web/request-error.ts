import { currentRequest } from '#lib/current-request.ts'
import { translateDatabaseError } from '#lib/db/refusals.ts'
import { DomainError } from '#lib/errors.ts'

/**
 * What was thrown while a request was answered, in the house's own terms. A database out of reach is noted on the request:
 * the server gives the answer its status, whatever Next makes of it.
 */
export function translateRequestError(thrown: unknown): unknown {
  const error = translateDatabaseError(thrown)
  const request = currentRequest()
  if (request && error instanceof DomainError && error.code === 'UNAVAILABLE') {
    request.isUnavailable = true
  }
  return error
}
