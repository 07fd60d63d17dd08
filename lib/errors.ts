import type { Messages } from '#lib/i18n/messages.ts'

/** Every refusal has a text in three languages: a code that the message files do not know does not compile. */
export type ErrorCode = keyof Messages['errors']

/** Values for the text (strings, numbers, dates) and whatever helps the person on, such as alternatives. */
export type ErrorDetails = Record<string, unknown> & { timeZone?: string }

/** A refusal: shown to the person, not reported as a fault, not retried. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** What every server action answers. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false
      code: ErrorCode
      message: string
      /** Sentences by field name. */
      fieldErrors?: Record<string, string>
      details?: Record<string, unknown>
    }

const statusByCode: Partial<Record<ErrorCode, number>> = {
  INVALID_INPUT: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BOOKING_NOT_FOUND: 404,
  SEAT_NOT_FOUND: 404,
  VENUE_NOT_FOUND: 404,
  SCAN_NOT_FOUND: 404,
  PERSON_NOT_FOUND: 404,
  CREDENTIALS_WRONG: 401,
  LINK_UNKNOWN: 404,
  USER_NOT_FOUND: 404,
  LINK_USED: 410,
  LINK_VOIDED: 410,
  LINK_EXPIRED: 410,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_MAILS: 429,
  BODY_TOO_LARGE: 413,
  BODY_NOT_UTF8: 400,
  BODY_NOT_JSON: 400,
  BODY_MALFORMED: 400,
  METHOD_NOT_ALLOWED: 405,
  TOO_MANY_REGISTRATIONS: 429,
  CROSS_ORIGIN: 403,
  PASS_CODE_FORMAT: 422,
  UNAVAILABLE: 503,
  UNEXPECTED: 500,
}

/** A refusal by a rule is a conflict with the present state unless the table says otherwise. */
export function httpStatusOf(code: ErrorCode): number {
  return statusByCode[code] ?? 409
}
