import { pino } from 'pino'
import { currentRequest } from './current-request.ts'

/** Personal values never reach a log: these names are cut wherever they stand in the first three levels. */
const personalNames = [
  'email',
  'name',
  'password',
  'token',
  'cookie',
  'authorization',
  'card',
  'note',
]
/** Where PostgreSQL shows the row that it refused, in an error of Prisma's. */
const refusedRow = 'err.meta.driverAdapterError.cause.detail'
const redactedPaths = [
  refusedRow,
  ...personalNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
]

/** JSON lines on standard output, each with the id of its request when there is one. */
export const log = pino({
  level: process.env.LOG_LEVEL?.trim() || 'info',
  base: { process: process.env.CARREL_PROCESS ?? 'script' },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: redactedPaths, censor: '[cut]' },
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const requestId = currentRequestId()
    return requestId ? { requestId } : {}
  },
})

/** The id of the request that this code runs for, when it runs for one. */
export function currentRequestId(): string | undefined {
  return currentRequest()?.requestId
}
