import type { AsyncLocalStorage } from 'node:async_hooks'

/** What the server in front of Next and the code behind it tell each other of one request. */
export type RequestFacts = {
  requestId: string
  /** The database could not be reached for it. */
  isUnavailable?: boolean
  /** A server action of ours has begun, so its body was one. */
  hasActed?: boolean
}

/** The server opens the store. Next loads this module more than once, so the store lives on globalThis. */
export const requestStoreKey = Symbol.for('carrel.request')

/** The request that this code runs for, when it runs for one. */
export function currentRequest(): RequestFacts | undefined {
  const store = (globalThis as Record<symbol, unknown>)[requestStoreKey] as
    AsyncLocalStorage<RequestFacts> | undefined
  return store?.getStore()
}
