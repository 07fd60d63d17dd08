import { DomainError, type ErrorCode } from '#lib/errors.ts'

/** Which refusal a constraint stands for. What is not here is a fault of ours, not a refusal. */
const codeByConstraint: Record<string, ErrorCode> = {
  booking_seat_overlap: 'SEAT_TAKEN',
  booking_person_overlap: 'PERSON_BUSY',
  booking_rule_current: 'RULE_CHANGED_MEANWHILE',
  booking_rule_version: 'RULE_CHANGED_MEANWHILE',
  users_email_key: 'EMAIL_TAKEN',
  pass_scans_venue_id_fkey: 'VENUE_NOT_FOUND',
  // A person's id is the key of their registration.
  users_pkey: 'KEY_REUSED',
}

/** Where Prisma and its adapter put what PostgreSQL said differs by the kind of error and of call; this knows them all. */
type DatabaseFault = { sqlState?: string; kind?: string; constraint?: string; text: string }

/** A refusal by a constraint as a `DomainError`, a database out of reach as `UNAVAILABLE`, anything else as it was. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error
  const fault = readFault(error)
  const code = constraintCode(fault)
  if (code) return new DomainError(code)
  if (isAway(fault)) return new DomainError('UNAVAILABLE')
  return error
}

/** Deadlock, serialisation failure, or a write conflict that Prisma found itself: the same work may pass when tried again. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false
  const fault = readFault(error)
  return (
    ['40P01', '40001'].includes(fault.sqlState ?? '') ||
    (error as { code?: string }).code === 'P2034'
  )
}

function constraintCode(fault: DatabaseFault): ErrorCode | undefined {
  if (fault.constraint && codeByConstraint[fault.constraint])
    return codeByConstraint[fault.constraint]
  const named = Object.keys(codeByConstraint).find((name) => fault.text.includes(`"${name}"`))
  return named ? codeByConstraint[named] : undefined
}

const awayStates = /^(08...|57P0[123]|53300)$/
const awayKinds = [
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]
const awayWords =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|terminating connection|Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|Can't reach database server|Server has closed the connection|the database system is (starting up|shutting down)|not currently accepting connections|Unable to start a transaction in the given time|expired transaction/

function isAway(fault: DatabaseFault): boolean {
  return (
    awayStates.test(fault.sqlState ?? '') ||
    awayKinds.includes(fault.kind ?? '') ||
    awayWords.test(fault.text)
  )
}

function readFault(error: Error): DatabaseFault {
  const prisma = error as Error & { code?: string; meta?: Record<string, unknown> }
  const adapter = prisma.meta?.driverAdapterError as { cause?: Record<string, unknown> } | undefined
  const cause = adapter?.cause ?? (error.cause as Record<string, unknown> | undefined) ?? {}
  const sqlState = [cause.originalCode, cause.code, prisma.code].find(
    (value): value is string => typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value),
  )
  const constraint = cause.constraint as string | { index?: string } | undefined
  const texts = [
    error.message,
    cause.originalMessage,
    cause.message,
    cause.detail,
    causeMessage(error),
  ]
  return {
    sqlState,
    kind: typeof cause.kind === 'string' ? cause.kind : undefined,
    constraint: typeof constraint === 'string' ? constraint : constraint?.index,
    text: texts.filter((text) => typeof text === 'string').join('\n'),
  }
}

function causeMessage(error: Error): string | undefined {
  const cause = error.cause
  if (cause instanceof AggregateError) return cause.errors.map(String).join('\n')
  return cause instanceof Error ? `${cause.name} ${cause.message}` : undefined
}
