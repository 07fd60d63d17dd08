import type { ClientBase } from 'pg'

type Query = (...args: unknown[]) => Promise<unknown>

/**
 * Prisma reads the relations of an `include` all at once, in a transaction too, where they share one connection. The driver
 * puts them in a line, warns that it will not do so for much longer, and so the line is made here.
 */
export function queryInTurn(session: ClientBase): void {
  const query = session.query.bind(session) as Query
  let last: Promise<unknown> = Promise.resolve()
  const inTurn: Query = (...args) => {
    const result = last.then(() => query(...args))
    last = result.catch(() => undefined)
    return result
  }
  Object.assign(session, { query: inTurn })
}
