/**
 * All that a browser learns of a fault on the server: the digest that the log has too. An error thrown with the digest
 * `UNAVAILABLE` keeps it on the way, and says that the database did not answer.
 */
export function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}

export function isUnavailable(digest: string | undefined): boolean {
  return digest === 'UNAVAILABLE'
}
